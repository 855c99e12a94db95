#include <filesystem>

#include <fmt/format.h>

#include "system_store_error.h"
#include "workspace_kinds.h"
#include "zhangfang/platform/platform.h"

namespace zf {

namespace fs = std::filesystem;

static constexpr std::int64_t application_id = 0x5A46424B;  // "ZFBK"

namespace {

class SqliteWorkspace final : public Workspace {
public:
    // Takes over the connections that opening has made; the first to ask gets them.
    SqliteWorkspace(std::string path, std::unique_ptr<Connection> reader,
                    std::unique_ptr<Connection> writer)
        : path_{std::move(path)},
          uid_{uid_of_workspace(*reader)},
          is_read_only_{writer == nullptr},
          reader_{std::move(reader)},
          writer_{std::move(writer)} {}

    const std::string& address() const override { return path_; }
    StoreKind kind() const override { return StoreKind::sqlite; }
    bool is_read_only() const override { return is_read_only_; }
    const std::string& uid() const override { return uid_; }

    std::unique_ptr<Connection> connect_writer() override {
        if (is_read_only())
            throw StoreError{StoreFault::read_only, path_ + " was opened for reading"};
        return writer_ ? std::move(writer_) : open_sqlite(path_, {});
    }
    std::unique_ptr<Connection> connect_reader() override {
        return reader_ ? std::move(reader_) : open_sqlite(path_, {.read_only = true});
    }

    std::vector<std::string> faults(bool thorough) override {
        std::vector<std::string> lines;
        const auto connection = connect_reader();
        ask(*connection, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check", lines,
            [](const Row& row) {
                return row.text(0) == "ok" ? std::string{} : std::string{row.text(0)};
            });
        ask(*connection, "PRAGMA foreign_key_check", lines, [](const Row& row) {
            return fmt::format("{}.{} -> {}", row.text(0), row.text(1), row.text(2));
        });
        return lines;
    }

    std::string files_folder() const override {
        return fs::path{path_}.replace_extension(".files").string();
    }

private:
    // The question itself may meet the damage.
    static void ask(Connection& connection, std::string_view sql, std::vector<std::string>& lines,
                    const std::function<std::string(const Row&)>& line_of) {
        try {
            connection.run(sql, {}, [&](const Row& row) {
                if (std::string line = line_of(row); !line.empty())
                    lines.push_back(std::move(line));
            });
        } catch (const StoreError& fault) {
            if (fault.fault() != StoreFault::corrupt) throw;
            lines.emplace_back(fault.what());
        }
    }

    std::string path_;
    std::string uid_;
    bool is_read_only_;
    std::unique_ptr<Connection> reader_, writer_;
};

}  // namespace

static std::int64_t application_id_of(Connection& connection) {
    std::int64_t id = 0;
    connection.run("PRAGMA application_id", {}, [&](const Row& row) { id = row.integer(0); });
    return id;
}

static void remove_database(const fs::path& path) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + suffix);
}

// Founded under another name, so that a crash leaves no half workspace under the wanted one.
static void found_file(const fs::path& path, const std::vector<MigrationSet>& sets) {
    const fs::path part = path.string() + ".new";
    remove_database(part);
    try {
        {
            const auto connection = open_sqlite(part.string(), {.create = true});
            connection->script(fmt::format("PRAGMA application_id = {}", application_id));
            found_workspace(*connection, sets);
        }
        platform::sync_file(part);
        if (!platform::rename_without_replacing(part, path))
            throw StoreError{StoreFault::exists, path.string() + " exists already"};
    } catch (...) {
        remove_database(part);
        throw;
    }
    platform::sync_folder(path.parent_path());
}

std::unique_ptr<Workspace> create_sqlite_workspace(const std::string& path,
                                                   const std::vector<MigrationSet>& sets) {
    try {
        if (fs::exists(path)) throw StoreError{StoreFault::exists, path + " exists already"};
        if (platform::is_remote_filesystem(path))
            throw StoreError{StoreFault::remote_file_system, path + " lies on a share"};
        found_file(path, sets);
    } catch (const std::system_error& fault) {  // of which a file system's own faults are a kind
        throw store_error_of(fault);
    }
    return open_sqlite_workspace(path, sets, Access::read_write, false);
}

std::unique_ptr<Workspace> open_sqlite_workspace(const std::string& path,
                                                 const std::vector<MigrationSet>& sets,
                                                 Access access, bool migrate_if_needed) {
    try {
        if (!fs::is_regular_file(path))
            throw StoreError{StoreFault::cannot_open, path + " is not there"};
        if (access == Access::read_write && platform::is_remote_filesystem(path))
            throw StoreError{StoreFault::remote_file_system, path + " lies on a share"};
    } catch (const std::system_error& fault) {
        throw store_error_of(fault);
    }
    // Looked at through a reader first: a file of somebody else is left as it is. Nothing here
    // opens the file by itself, because closing it would take away the locks that SQLite holds in
    // this process.
    auto reader = open_sqlite(path, {.read_only = true});
    if (application_id_of(*reader) != application_id)
        throw StoreError{StoreFault::not_a_workspace, path + " is another program's file"};
    std::unique_ptr<Connection> writer;
    if (access == Access::read_write) writer = open_sqlite(path, {});
    require_current(writer ? *writer : *reader, sets, migrate_if_needed && writer != nullptr);
    return std::make_unique<SqliteWorkspace>(path, std::move(reader), std::move(writer));
}

}  // namespace zf
