#include "zhangfang/crypto/sealed_stream.h"

#include <new>

#include <sodium.h>

#include "zhangfang/base/assert.h"

namespace zf::crypto {
namespace {

static_assert(stream_header_bytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(stream_extra_bytes == crypto_secretstream_xchacha20poly1305_ABYTES);

unsigned char* raw(std::span<std::byte> bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* read_from(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

void prepare() {
    static const bool is_ready = sodium_init() >= 0;
    ZF_ASSERT(is_ready);
}

}  // namespace

KeySalt random_salt() {
    prepare();
    KeySalt salt{};
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

StreamKey key_from_passphrase(std::string_view passphrase, const KeySalt& salt) {
    prepare();
    static_assert(std::tuple_size_v<KeySalt> == crypto_pwhash_SALTBYTES);
    StreamKey key{};
    const int failed = crypto_pwhash(raw(key), key.size(), passphrase.data(), passphrase.size(),
                                     read_from(salt), crypto_pwhash_OPSLIMIT_MODERATE,
                                     crypto_pwhash_MEMLIMIT_MODERATE, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc{};
    return key;
}

struct StreamSealer::State {
    crypto_secretstream_xchacha20poly1305_state sodium;
    StreamHeader header{};
};

StreamSealer::StreamSealer(const StreamKey& key) : state_{std::make_unique<State>()} {
    prepare();
    crypto_secretstream_xchacha20poly1305_init_push(&state_->sodium, raw(state_->header),
                                                    read_from(key));
}

StreamSealer::~StreamSealer() = default;

const StreamHeader& StreamSealer::header() const {
    return state_->header;
}

std::vector<std::byte> StreamSealer::seal(std::span<const std::byte> chunk, bool is_last) {
    std::vector<std::byte> sealed(chunk.size() + stream_extra_bytes);
    const unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&state_->sodium, raw(sealed), nullptr,
                                               read_from(chunk), chunk.size(), nullptr, 0, tag);
    return sealed;
}

struct StreamOpener::State {
    crypto_secretstream_xchacha20poly1305_state sodium;
};

StreamOpener::StreamOpener(const StreamKey& key, const StreamHeader& header)
    : state_{std::make_unique<State>()} {
    prepare();
    crypto_secretstream_xchacha20poly1305_init_pull(&state_->sodium, read_from(header),
                                                    read_from(key));
}

StreamOpener::~StreamOpener() = default;

std::optional<StreamOpener::Chunk> StreamOpener::open(std::span<const std::byte> sealed) {
    if (sealed.size() < stream_extra_bytes) return std::nullopt;
    Chunk chunk{.bytes = std::vector<std::byte>(sealed.size() - stream_extra_bytes)};
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_->sodium, raw(chunk.bytes), nullptr, &tag,
                                                   read_from(sealed), sealed.size(), nullptr,
                                                   0) != 0)
        return std::nullopt;
    chunk.is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return chunk;
}

}  // namespace zf::crypto
