#include "backup/backup_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include <zstd.h>

#include "zhangfang/model/json.h"
#include "zhangfang/platform/platform.h"

namespace zf::backup_file {
namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::size_t header_most = 64 * 1024;
constexpr std::string_view magic = "ZFB1";
constexpr int format_known = 1;
constexpr std::byte ends{1}, goes_on{0};

Problem damaged(const std::string& file) {
    return {.code = "backup.damaged",
            .text = {"The backup {0} is damaged or cut off. Nothing was restored. Take another "
                     "copy or an older backup.",
                     {file}},
            .place = {"file"}};
}

std::array<std::byte, 4> be32(std::size_t value) {
    return {static_cast<std::byte>(value >> 24), static_cast<std::byte>(value >> 16),
            static_cast<std::byte>(value >> 8), static_cast<std::byte>(value)};
}
std::size_t from_be32(const std::array<std::byte, 4>& bytes) {
    std::size_t value = 0;
    for (const std::byte each : bytes) value = value << 8 | static_cast<std::size_t>(each);
    return value;
}

template <std::size_t N>
std::string hex_of(const std::array<std::byte, N>& bytes) {
    return crypto::hex(bytes);
}
template <std::size_t N>
bool from_hex(const std::string& text, std::array<std::byte, N>& bytes) {
    if (text.size() != 2 * N || text.find_first_not_of("0123456789abcdef") != std::string::npos)
        return false;
    for (std::size_t i = 0; i < N; ++i)
        bytes[i] = static_cast<std::byte>(std::stoi(text.substr(2 * i, 2), nullptr, 16));
    return true;
}

Record clear_record(const Header& header) {
    const BackupInfo& info = header.info;
    Record record{{"format", Value{format_known}},
                  {"program", Value{info.program_version}},
                  {"workspace", Value{info.workspace_uid}},
                  {"made_at", Value{info.made_at}},
                  {"reason", Value{info.reason}},
                  {"label", Value{info.label}},
                  {"chain_sequence", Value{info.chain_sequence}},
                  {"chain_hash", Value{info.chain_hash}}};
    record.set("cipher", Value{header.is_sealed ? "xchacha20poly1305-secretstream" : "none"});
    if (header.is_sealed) {
        record.set("key", Value{"argon2id-moderate"});
        record.set("salt", Value{hex_of(header.salt)});
        record.set("stream", Value{hex_of(header.stream)});
    }
    List migrations;
    for (const auto& [module, name] : header.migrations)
        migrations.emplace_back(Record{{"module", Value{module}}, {"name", Value{name}}});
    record.set("migrations", Value{std::move(migrations)});
    return record;
}

std::optional<Header> header_of(const Record& record) {
    Header header;
    const auto text = [&](const char* name) { return record.get(name).plain_text(); };
    header.info = {.workspace_uid = text("workspace"),
                   .made_at = text("made_at"),
                   .reason = text("reason"),
                   .program_version = text("program"),
                   .label = text("label"),
                   .chain_hash = text("chain_hash")};
    if (const auto* sequence = record.get("chain_sequence").if_a<std::int64_t>())
        header.info.chain_sequence = *sequence;
    header.is_sealed = text("cipher") != "none";
    header.info.is_encrypted = header.is_sealed;
    if (header.is_sealed &&
        !(from_hex(text("salt"), header.salt) && from_hex(text("stream"), header.stream)))
        return std::nullopt;
    const List* migrations = record.get("migrations").if_a<List>();
    if (migrations == nullptr) return std::nullopt;
    for (const Value& each : *migrations) {
        const Record* pair = each.if_a<Record>();
        if (pair == nullptr) return std::nullopt;
        header.migrations.emplace_back(pair->get("module").plain_text(),
                                       pair->get("name").plain_text());
    }
    return header;
}

// Without a passphrase each chunk carries the digest of all before it, itself and the end mark.
class PlainChain {
public:
    crypto::Digest next(std::span<const std::byte> chunk, std::byte mark) {
        crypto::Sha256 digest;
        digest.add(previous_);
        digest.add(std::span{&mark, 1});
        digest.add(chunk);
        return previous_ = digest.finish();
    }

private:
    crypto::Digest previous_{};
};

}  // namespace

struct Writer::State {
    std::filesystem::path path;
    std::ofstream file;
    ZSTD_CCtx* zstd = ZSTD_createCCtx();
    std::unique_ptr<crypto::StreamSealer> sealer;
    PlainChain chain;
    std::vector<std::byte> pending;  // compressed, not yet a chunk

    ~State() { ZSTD_freeCCtx(zstd); }

    void put(std::span<const std::byte> bytes) {
        file.write(reinterpret_cast<const char*>(bytes.data()),
                   static_cast<std::streamsize>(bytes.size()));
        if (!file) throw StoreError{StoreFault::full, path.string()};
    }
    void put_chunk(std::span<const std::byte> chunk, bool is_last) {
        if (sealer) {
            const auto sealed = sealer->seal(chunk, is_last);
            put(be32(sealed.size()));
            put(sealed);
            return;
        }
        const std::byte mark = is_last ? ends : goes_on;
        put(be32(chunk.size() + 1 + sizeof(crypto::Digest)));
        put(std::span{&mark, 1});
        put(chunk);
        put(chain.next(chunk, mark));
    }
    void compress(std::span<const std::byte> bytes, ZSTD_EndDirective how) {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        std::array<std::byte, chunk_bytes> space;
        while (true) {
            ZSTD_outBuffer out{space.data(), space.size(), 0};
            const std::size_t left = ZSTD_compressStream2(zstd, &out, &in, how);
            ZF_ASSERT(ZSTD_isError(left) == 0);
            pending.insert(pending.end(), space.begin(),
                           space.begin() + static_cast<std::ptrdiff_t>(out.pos));
            while (pending.size() > chunk_bytes) {
                put_chunk(std::span{pending}.first(chunk_bytes), false);
                pending.erase(pending.begin(),
                              pending.begin() + static_cast<std::ptrdiff_t>(chunk_bytes));
            }
            if (how == ZSTD_e_end ? left == 0 : in.pos == in.size) return;
        }
    }
};

Writer::Writer(const std::filesystem::path& file, Header header, const std::string& passphrase)
    : state_{std::make_unique<State>()} {
    state_->path = file;
    if (!platform::create_private_file(file))
        throw StoreError{StoreFault::cannot_open, file.string()};
    state_->file.open(file, std::ios::binary);
    header.is_sealed = !passphrase.empty();
    if (header.is_sealed) {
        header.salt = crypto::random_salt();
        state_->sealer = std::make_unique<crypto::StreamSealer>(
            crypto::key_from_passphrase(passphrase, header.salt));
        header.stream = state_->sealer->header();
    }
    const std::string clear = to_json(Value{clear_record(header)});
    state_->put(std::as_bytes(std::span{magic}));
    state_->put(be32(clear.size()));
    state_->put(std::as_bytes(std::span{clear}));
    // An empty chunk first tells a wrong passphrase from damage further on.
    if (header.is_sealed) state_->put_chunk({}, false);
}

Writer::~Writer() = default;

void Writer::write(std::span<const std::byte> bytes) {
    state_->compress(bytes, ZSTD_e_continue);
}

void Writer::write(std::string_view text) {
    write(std::as_bytes(std::span{text}));
}

void Writer::finish() {
    state_->compress({}, ZSTD_e_end);
    state_->put_chunk(state_->pending, true);
    state_->file.close();
    if (!state_->file) throw StoreError{StoreFault::full, state_->path.string()};
    platform::sync_file(state_->path);
}

struct FileReader::State {
    std::string path;
    std::ifstream file;
    std::int64_t size = 0, consumed = 0;
    Header header;
    ZSTD_DCtx* zstd = ZSTD_createDCtx();
    std::unique_ptr<crypto::StreamOpener> opener;
    PlainChain chain;
    std::vector<std::byte> chunk;  // what is left of the present chunk, compressed
    std::size_t position = 0;
    bool saw_last = false, is_unlocked = false;

    ~State() { ZSTD_freeDCtx(zstd); }

    bool get(std::span<std::byte> bytes) {
        file.read(reinterpret_cast<char*>(bytes.data()),
                  static_cast<std::streamsize>(bytes.size()));
        consumed += file.gcount();
        return static_cast<std::size_t>(file.gcount()) == bytes.size();
    }

    // The next chunk, authenticated; false when there is none or it is not what was written.
    bool next_chunk() {
        std::array<std::byte, 4> length{};
        if (saw_last || !get(length)) return false;
        const std::size_t count = from_be32(length);
        if (count == 0 || count > chunk_bytes + 64) return false;
        std::vector<std::byte> stored(count);
        if (!get(stored)) return false;
        position = 0;
        if (opener) {
            auto opened = opener->open(stored);
            if (!opened) return false;
            chunk = std::move(opened->bytes);
            saw_last = opened->is_last;
            return true;
        }
        constexpr std::size_t digest_bytes = sizeof(crypto::Digest);
        if (count < 1 + digest_bytes) return false;
        const std::span<const std::byte> content = std::span{stored}.subspan(1, count - 1 -
                                                                                    digest_bytes);
        const crypto::Digest expected = chain.next(content, stored[0]);
        if (std::memcmp(expected.data(), stored.data() + count - digest_bytes, digest_bytes) != 0)
            return false;
        chunk.assign(content.begin(), content.end());
        saw_last = stored[0] == ends;
        return true;
    }
};

FileReader::FileReader(std::unique_ptr<State> state) : state_{std::move(state)} {}
FileReader::~FileReader() = default;

Result<std::unique_ptr<FileReader>> FileReader::open(const std::filesystem::path& file) {
    auto state = std::make_unique<State>();
    state->path = file.string();
    state->file.open(file, std::ios::binary);
    const Problem foreign{.code = "backup.not_a_backup",
                          .text = {"{0} is no backup of this program. Nothing was done. Choose a "
                                   "file that ends with .zfb.",
                                   {file.string()}},
                          .place = {"file"}};
    std::array<std::byte, 4> start{}, length{};
    if (!state->file || !state->get(start) ||
        std::memcmp(start.data(), magic.data(), magic.size()) != 0)
        return foreign;
    std::error_code ignored;
    state->size = static_cast<std::int64_t>(std::filesystem::file_size(file, ignored));
    if (!state->get(length) || from_be32(length) > header_most) return damaged(state->path);
    std::string clear(from_be32(length), '\0');
    if (!state->get(std::as_writable_bytes(std::span{clear}))) return damaged(state->path);
    const auto json = parse_json(clear);
    if (!json || json->if_a<Record>() == nullptr) return damaged(state->path);
    const Record& record = json->as<Record>();
    const auto* format = record.get("format").if_a<std::int64_t>();
    if (format != nullptr && *format > format_known)
        return Problem{.code = "backup.newer",
                       .text = {"The backup {0} was made by a newer program ({1}). Nothing was "
                                "restored. Update this program first.",
                                {file.string(), record.get("program").plain_text()}},
                       .place = {"file"}};
    auto header = header_of(record);
    if (!header) return damaged(state->path);
    state->header = *std::move(header);
    state->header.info.path = state->path;
    state->header.info.bytes = state->size;
    return std::unique_ptr<FileReader>{new FileReader{std::move(state)}};
}

Result<Header> FileReader::header(const std::filesystem::path& file) {
    const auto reader = open(file);
    if (!reader) return reader.error();
    return (*reader)->header();
}

const Header& FileReader::header() const {
    return state_->header;
}

std::optional<Problem> FileReader::unlock(const std::string& passphrase) {
    State& state = *state_;
    if (state.header.is_sealed)
        state.opener = std::make_unique<crypto::StreamOpener>(
            crypto::key_from_passphrase(passphrase, state.header.salt), state.header.stream);
    if (state.next_chunk()) return std::nullopt;
    if (!state.header.is_sealed) return damaged(state.path);
    return Problem{.code = "backup.wrong_passphrase",
                   .text = {"The passphrase does not open {0}, or its first part is damaged. "
                            "Nothing was restored. Try again.",
                            {state.path}},
                   .place = {"passphrase"}};
}

std::optional<Problem> FileReader::read(std::span<std::byte> bytes) {
    State& state = *state_;
    ZSTD_outBuffer out{bytes.data(), bytes.size(), 0};
    while (out.pos < out.size) {
        if (state.position == state.chunk.size() && !state.next_chunk()) return damaged(state.path);
        ZSTD_inBuffer in{state.chunk.data(), state.chunk.size(), state.position};
        if (ZSTD_isError(ZSTD_decompressStream(state.zstd, &out, &in)) != 0)
            return damaged(state.path);
        state.position = in.pos;
    }
    return std::nullopt;
}

std::optional<Problem> FileReader::expect_end() {
    State& state = *state_;
    std::byte surplus{};
    ZSTD_outBuffer out{&surplus, 1, 0};
    while (true) {
        ZSTD_inBuffer in{state.chunk.data(), state.chunk.size(), state.position};
        if (ZSTD_isError(ZSTD_decompressStream(state.zstd, &out, &in)) != 0 || out.pos != 0)
            return damaged(state.path);
        state.position = in.pos;
        if (state.position < state.chunk.size()) continue;
        if (state.saw_last) break;
        if (!state.next_chunk()) return damaged(state.path);
    }
    return state.file.peek() == std::ifstream::traits_type::eof()
               ? std::nullopt
               : std::optional{damaged(state.path)};
}

std::int64_t FileReader::consumed() const {
    return state_->consumed;
}

std::int64_t FileReader::size() const {
    return state_->size;
}

}  // namespace zf::backup_file
