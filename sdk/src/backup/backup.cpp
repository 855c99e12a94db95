// Making, verifying and restoring *.zfb files. A backup holds a database that knows neither store,
// and last a manifest with what every table held.
#include "zhangfang/backup/backup.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "backup/backup_file.h"
#include "backup/store/schema.h"
#include "backup/store/tables.h"
#include "store/postgresql_address.h"
#include "store/workspace_kinds.h"
#include "zhangfang/backup/unfinished.h"
#include "zhangfang/model/json.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang/store/transaction.h"

namespace zf {
namespace {

constexpr std::size_t copy_bytes = 256 * 1024;
constexpr std::size_t manifest_most = 16 * 1024 * 1024;

using Contents = std::vector<std::pair<std::string, backup_tables::Content>>;

// A system that does not take the name of an open file away keeps it for remove_unfinished().
void remove_name(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

std::array<std::byte, 8> be64(std::uint64_t value) {
    std::array<std::byte, 8> bytes{};
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::byte>(value >> (8 * (7 - i)));
    return bytes;
}
std::uint64_t from_be64(const std::array<std::byte, 8>& bytes) {
    std::uint64_t value = 0;
    for (const std::byte each : bytes) value = value << 8 | static_cast<std::uint64_t>(each);
    return value;
}

Record manifest_of(const Contents& contents, const std::string& database_digest) {
    List tables;
    for (const auto& [name, content] : contents)
        tables.emplace_back(Record{{"table", Value{name}},
                                   {"rows", Value{content.rows}},
                                   {"digest", Value{content.digest}}});
    Record manifest;
    manifest.set("database", Value{database_digest});
    manifest.set("tables", Value{std::move(tables)});
    return manifest;
}

Contents contents_of(const Record& manifest) {
    Contents contents;
    if (const List* tables = manifest.get("tables").if_a<List>())
        for (const Value& each : *tables) {
            const Record& table = each.as<Record>();
            contents.emplace_back(table.get("table").plain_text(),
                                  backup_tables::Content{table.get("rows").as<std::int64_t>(),
                                                         table.get("digest").plain_text()});
        }
    return contents;
}

Problem damaged(const std::string& file) {
    return {.code = "backup.damaged",
            .text = {"The backup {0} is damaged or cut off. Nothing was restored. Take another "
                     "copy or an older backup.",
                     {file}},
            .place = {"file"}};
}

Problem not_written(const std::string& file, const std::string& why) {
    return {.code = "backup.not_written",
            .text = {"The backup {0} cannot be written ({1}). Nothing of it was kept; the "
                     "workspace is unharmed. Make room or choose "
                     "another place.",
                     {file, why}},
            .place = {"file"}};
}

// One snapshot of the workspace becomes the neutral database. It is not encrypted: its name is gone
// before it holds anything, and the file with the last that has it open.
Contents copy_workspace(Connection& connection, const std::filesystem::path& neutral_file,
                        const BackupProgress& progress) {
    const auto neutral = open_sqlite(neutral_file.string(), {.create = true});
    neutral->script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    remove_name(neutral_file);
    Contents contents;
    std::int64_t done = 0;
    Transaction writing{*neutral};
    for (const backup_tables::Table& table : backup_tables::tables_of(connection)) {
        const auto tick = [&](std::int64_t rows) {
            done += rows;
            if (progress) progress(done, 0);
        };
        contents.emplace_back(table.name,
                              backup_tables::copy_out(connection, *neutral, table, tick));
    }
    writing.commit();
    return contents;
}

std::uint64_t size_of(std::ifstream& file) {
    file.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(file.tellg());
    file.seekg(0);
    return size;
}

// Reads a part into a file (or only past the digest) and answers its SHA-256.
Result<std::string> read_part(backup_file::FileReader& reader, const std::string& name,
                              std::ofstream* to, const BackupProgress& progress) {
    std::array<std::byte, 8> size_bytes{};
    if (auto fault = reader.read(size_bytes)) return *fault;
    std::uint64_t left = from_be64(size_bytes);
    crypto::Sha256 digest;
    std::vector<std::byte> buffer(copy_bytes);
    while (left > 0) {
        const auto part = std::span{buffer}.first(
            static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer.size())));
        if (auto fault = reader.read(part)) return *fault;
        digest.add(part);
        if (to != nullptr)
            to->write(reinterpret_cast<const char*>(part.data()),
                      static_cast<std::streamsize>(part.size()));
        if (to != nullptr && !*to) throw StoreError{StoreFault::full, name};
        left -= part.size();
        if (progress) progress(reader.consumed(), reader.size());
    }
    return crypto::hex(digest.finish());
}

struct Opened {
    BackupInfo info;
    Contents contents;
    std::vector<std::pair<std::string, std::string>> migrations;
};

// Authenticates the whole file; the database goes to `neutral_file` when it is named.
Result<Opened> read_whole(const std::string& path, const std::string& passphrase,
                          const std::filesystem::path& neutral_file,
                          const BackupProgress& progress) {
    auto opened = backup_file::FileReader::open(path);
    if (!opened) return opened.error();
    backup_file::FileReader& reader = **opened;
    if (auto fault = reader.unlock(passphrase)) return *fault;
    std::ofstream neutral;
    if (!neutral_file.empty()) neutral.open(neutral_file, std::ios::binary);
    const auto digest = read_part(reader, neutral_file.string(),
                                  neutral_file.empty() ? nullptr : &neutral, progress);
    if (!digest) return digest.error();
    std::array<std::byte, 8> size_bytes{};
    if (auto fault = reader.read(size_bytes)) return *fault;
    const std::uint64_t size = from_be64(size_bytes);
    if (size > manifest_most) return damaged(path);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (auto fault = reader.read(std::as_writable_bytes(std::span{text}))) return *fault;
    if (auto fault = reader.expect_end()) return *fault;
    const auto manifest = parse_json(text);
    if (!manifest || manifest->if_a<Record>() == nullptr) return damaged(path);
    const Record& record = manifest->as<Record>();
    if (record.get("database").plain_text() != *digest) return damaged(path);
    Opened result{.info = reader.header().info,
                  .contents = contents_of(record),
                  .migrations = reader.header().migrations};
    for (const auto& [table, content] : result.contents)
        result.info.row_counts[table] = content.rows;
    return result;
}

// The steps that the backup's tables were made by; a workspace made of them alone can take its
// rows.
std::vector<MigrationSet> sets_of(const std::vector<MigrationSet>& all,
                                  const std::vector<std::pair<std::string, std::string>>& wanted,
                                  bool& is_complete) {
    std::vector<MigrationSet> sets;
    std::size_t found = 0;
    for (const MigrationSet& set : all) {
        MigrationSet part{.module = set.module};
        for (const Migration& migration : set.migrations)
            if (std::find(wanted.begin(), wanted.end(), std::pair{set.module, migration.name}) !=
                wanted.end())
                part.migrations.push_back(migration);
        found += part.migrations.size();
        sets.push_back(std::move(part));
    }
    is_complete = found == wanted.size();
    return sets;
}

void load_rows(Connection& neutral, Connection& to, const BackupProgress& progress) {
    const auto tables = backup_tables::tables_of(to);
    Transaction transaction{to};
    std::int64_t done = 0;
    for (const backup_tables::Table& table : tables) {
        if (backup_tables::has_rows(to, table)) {
            if (!(backup_tables::content_of(to, table, {}) ==
                  backup_tables::content_of(neutral, table, {})))
                backup_tables::replace_rows(neutral, to, table);
            continue;
        }
        backup_tables::copy_in(neutral, to, table, [&](std::int64_t rows) {
            done += rows;
            if (progress) progress(done, 0);
        });
        backup_tables::continue_numbering(to, table);
    }
    transaction.commit();
}

// Table by table, read again from the restored workspace.
std::optional<Problem> why_not_equal(Connection& connection, const Opened& opened,
                                     const std::string& path) {
    const Snapshot snapshot{connection};
    for (const backup_tables::Table& table : backup_tables::tables_of(connection)) {
        const auto expected = std::find_if(
            opened.contents.begin(), opened.contents.end(),
            [&](const auto& each) { return each.first == table.name; });
        if (expected == opened.contents.end() ||
            !(backup_tables::content_of(connection, table, {}) == expected->second))
            return Problem{.code = "backup.not_equal",
                           .text = {"What was restored from {0} differs from the backup in {1}. "
                                    "The new workspace was removed; the "
                                    "backup is untouched. Tell the maker of the program.",
                                    {path, table.name}}};
    }
    return std::nullopt;
}

// The files of a SQLite workspace, or the tables in its schema of a server.
void remove_workspace(const std::string& address, const std::string& store_password = {}) {
    if (is_postgresql_address(address)) {
        try {
            empty_postgresql_schema(address, store_password);
        } catch (const StoreError&) {
            // The server is away: tables without an id open as no workspace, and the next restore
            // into that schema clears them away.
        }
        return;
    }
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(address + end, ignored);
}

Problem target_exists(const std::string& address) {
    return {.code = "backup.target_exists",
            .text = {"There is a file {0} already; it was left alone. Nothing was restored. Name a "
                     "new file.",
                     {address}},
            .place = {"to"}};
}

// Fills a new workspace at `place` and proves it equal; what fails leaves nothing there.
std::optional<Problem> fill(const std::string& place, const std::string& path, const Opened& opened,
                            const std::filesystem::path& neutral_file,
                            const std::vector<MigrationSet>& own_sets,
                            const std::vector<MigrationSet>& sets, const BackupProgress& progress,
                            const std::string& store_password) {
    auto workspace = Workspace::create(place, own_sets, store_password);
    try {
        {
            const auto neutral = open_sqlite(neutral_file.string(), {.read_only = true});
            remove_name(neutral_file);
            const auto writer = workspace->connect_writer();
            backup_tables::take_identity(*writer);
            load_rows(*neutral, *writer, progress);
        }
        if (auto problem = why_not_equal(*workspace->connect_reader(), opened, path)) {
            workspace.reset();
            remove_workspace(place, store_password);
            return problem;
        }
        workspace.reset();
        // Steps that are newer than the backup.
        Workspace::open(place, sets, Access::read_write, true, store_password);
    } catch (...) {
        workspace.reset();
        remove_workspace(place, store_password);
        throw;
    }
    return std::nullopt;
}

// The file becomes whole in itself, without a journal beside it, and gets its name.
std::optional<Problem> put_in_place(const std::string& place, const std::string& address) {
    open_sqlite(place, {.archive = true});
    platform::sync_file(place);
    if (!platform::rename_without_replacing(place, address)) {
        remove_workspace(place);
        return target_exists(address);
    }
    platform::sync_folder(std::filesystem::path{address}.parent_path());
    return std::nullopt;
}

// A file has its own name only after it was proven equal: what a killed restore leaves is never
// taken for a workspace.
Result<BackupInfo> restore_into(const std::string& path, const std::string& passphrase,
                                const std::string& address, const std::vector<MigrationSet>& sets,
                                const BackupProgress& progress, const std::string& store_password) {
    const UnfinishedFolder folder{"zhangfang-restore"};
    const std::filesystem::path neutral_file = folder.path() / "backup.db";
    auto opened = read_whole(path, passphrase, neutral_file, progress);
    if (!opened) return opened.error();
    bool is_complete = false;
    const auto own_sets = sets_of(sets, opened->migrations, is_complete);
    if (!is_complete)
        return Problem{.code = "backup.newer",
                       .text = {"The backup {0} was made by a newer program ({1}). Nothing was "
                                "restored. Update this program first.",
                                {path, opened->info.program_version}},
                       .place = {"file"}};
    const bool is_file = !is_postgresql_address(address);
    const std::string place = is_file ? address + ".restoring" : address;
    std::optional<Unfinished> unfinished;
    if (is_file) unfinished.emplace(place);
    if (is_file) remove_workspace(place);  // of an earlier try that died
    auto problem = fill(place, path, *opened, neutral_file, own_sets, sets, progress,
                        store_password);
    if (!problem && is_file) problem = put_in_place(place, address);
    if (problem) return *std::move(problem);
    return opened->info;
}

}  // namespace

Result<BackupInfo> make_backup(Workspace& workspace, const BackupOptions& options,
                               const BackupProgress& progress) {
    const std::filesystem::path final_path{options.path};
    std::error_code ignored;
    if (std::filesystem::exists(final_path, ignored))
        return Problem{.code = "backup.exists",
                       .text = {"There is a file {0} already; it was left alone. No backup was "
                                "made. Choose another name.",
                                {options.path}},
                       .place = {"file"}};
    remove_unfinished();
    const std::filesystem::path part = options.path + ".part";
    std::filesystem::remove(part, ignored);  // of an earlier try that died
    const Unfinished unfinished_part{part};
    try {
        const UnfinishedFolder folder{"zhangfang-backup", final_path.parent_path()};
        const std::filesystem::path neutral_file = folder.path() / "backup.db";
        platform::create_private_file(neutral_file);
        std::ifstream neutral{neutral_file, std::ios::binary};
        const auto connection = workspace.connect_reader();
        backup_file::Header header;
        Contents contents;
        {
            const Snapshot snapshot{*connection};
            const auto head = backup_tables::chain_head_of(*connection);
            header.info = {.workspace_uid = workspace.uid(),
                           .made_at = options.now,
                           .reason = options.reason,
                           .program_version = options.program_version,
                           .label = options.label,
                           .chain_sequence = head.sequence,
                           .chain_hash = head.hash};
            header.migrations = backup_tables::migrations_of(*connection);
            contents = copy_workspace(*connection, neutral_file, progress);
        }
        backup_file::Writer writer{part, header, options.passphrase};
        writer.write(be64(size_of(neutral)));
        std::vector<char> buffer(copy_bytes);
        crypto::Sha256 digest;
        while (neutral.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
               neutral.gcount() > 0) {
            const std::string_view read{buffer.data(), static_cast<std::size_t>(neutral.gcount())};
            digest.add(read);
            writer.write(read);
            if (progress) progress(0, 0);
        }
        const std::string manifest = to_json(
            Value{manifest_of(contents, crypto::hex(digest.finish()))});
        writer.write(be64(manifest.size()));
        writer.write(manifest);
        writer.finish();
        auto verified = verify_backup(part.string(), options.passphrase, progress);
        if (!verified) return verified.error();
        if (!platform::rename_without_replacing(part, final_path))
            return not_written(options.path, "");
        platform::sync_folder(final_path.parent_path());
        verified->path = options.path;
        return verified;
    } catch (const std::system_error& error) {
        return not_written(options.path, error.code().message());
    } catch (const StoreError& error) {
        if (error.fault() == StoreFault::full) return not_written(options.path, "disk full");
        throw;
    }
}

Result<BackupInfo> verify_backup(const std::string& path, const std::string& passphrase,
                                 const BackupProgress& progress) {
    const auto opened = read_whole(path, passphrase, {}, progress);
    if (!opened) return opened.error();
    return opened->info;
}

Result<BackupInfo> read_backup_header(const std::string& path) {
    const auto header = backup_file::FileReader::header(path);
    if (!header) return header.error();
    return header->info;
}

Result<BackupInfo> restore_backup(const std::string& path, const std::string& passphrase,
                                  const std::string& address, const std::vector<MigrationSet>& sets,
                                  const BackupProgress& progress,
                                  const std::string& store_password) {
    std::error_code ignored;
    if (std::filesystem::exists(address, ignored)) return target_exists(address);
    remove_unfinished();
    return restore_into(path, passphrase, address, sets, progress, store_password);
}

}  // namespace zf
