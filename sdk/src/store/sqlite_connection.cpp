#include <cerrno>
#include <filesystem>
#include <mutex>

#include <fmt/format.h>
#include <sqlite3.h>

#include "sql_text.h"
#include "sqlite_portion.h"
#include "statement_cache.h"
#include "system_store_error.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang/store/connection.h"

namespace zf {

namespace {

// SQLite answers a full disk with FULL, or with one of many I/O errors while it grows its files. A
// file that may not grow further (EFBIG) is a full disk to whoever meets it.
bool means_disk_full(int error_number) {
    return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

StoreFault fault_of_constraint(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return StoreFault::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return StoreFault::foreign_key;
        case SQLITE_CONSTRAINT_NOTNULL: return StoreFault::not_null;
        case SQLITE_CONSTRAINT_CHECK: return StoreFault::check;
        case SQLITE_CONSTRAINT_TRIGGER: return StoreFault::immutable;
        default: return StoreFault::other;
    }
}

StoreFault fault_of(int extended, int error_number) {
    switch (extended & 0xFF) {
        case SQLITE_CONSTRAINT: return fault_of_constraint(extended);
        case SQLITE_BUSY:
            return extended == SQLITE_BUSY_SNAPSHOT ? StoreFault::retry : StoreFault::busy;
        case SQLITE_LOCKED: return StoreFault::busy;
        case SQLITE_FULL: return StoreFault::full;
        case SQLITE_IOERR:
            // Whatever made a sync fail, nobody knows what reached the disk.
            return means_disk_full(error_number) && extended != SQLITE_IOERR_FSYNC
                       ? StoreFault::full
                       : StoreFault::input_output;
        case SQLITE_CORRUPT: return StoreFault::corrupt;
        case SQLITE_NOTADB: return StoreFault::not_a_workspace;
        case SQLITE_READONLY: return StoreFault::read_only;
        case SQLITE_CANTOPEN:
            return means_disk_full(error_number) ? StoreFault::full : StoreFault::cannot_open;
        case SQLITE_INTERRUPT: return StoreFault::interrupted;
        case SQLITE_PERM:
        case SQLITE_AUTH: return StoreFault::permission;
        default: return StoreFault::other;
    }
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_{statement} {}

    bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override {
        if (type(column) == SQLITE_INTEGER) return sqlite3_column_int64(statement_, column);
        if (type(column) == SQLITE_TEXT) return exact_integer(text(column));
        throw StoreError{StoreFault::other, fmt::format("column {} holds no whole number", column)};
    }
    std::string_view text(int column) const override {
        const unsigned char* const content = sqlite3_column_text(statement_, column);
        if (content == nullptr) return {};
        return {reinterpret_cast<const char*>(content), size(column)};
    }
    BytesView bytes(int column) const override {
        const void* const content = sqlite3_column_blob(statement_, column);
        return {static_cast<const std::byte*>(content), content == nullptr ? 0 : size(column)};
    }

private:
    int type(int column) const {
        ZF_ASSERT(column >= 0 && column < sqlite3_data_count(statement_));
        return sqlite3_column_type(statement_, column);
    }
    std::size_t size(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }
    sqlite3_stmt* statement_;
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, const SqliteOptions& options) {
        // Counting what it holds would cost SQLite a lock at every allocation.
        static const int is_set_up = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        static_cast<void>(is_set_up);  // a host that used SQLite before keeps its counts
        if (options.create) create_file(path);
        open(path, options, 0);
        try {
            look_inside();
        } catch (const StoreError&) {
            // A file in WAL mode on a medium that takes no writes opens only when told that nobody
            // else writes it.
            if (!options.read_only || !is_alone(path)) throw;
            open(immutable_address(path), options, SQLITE_OPEN_URI);
            look_inside();
        }
        set_up(options);
    }

    ~SqliteConnection() override { rollback(); }

    StoreKind kind() const override { return StoreKind::sqlite; }

    std::int64_t run(std::string_view sql, const Bounds& bounds,
                     const RowFunction& row_function) override {
        const std::scoped_lock turn{turn_};
        Lease statement{*this, sql};
        bind(statement.get(), bounds, SQLITE_STATIC);
        const SqliteRow row{statement.get()};
        std::int64_t rows = 0;
        while (step(statement.get())) {
            ++rows;
            if (row_function) row_function(row);
        }
        if (sqlite3_column_count(statement.get()) > 0) return rows;
        return sqlite3_stmt_readonly(statement.get()) ? 0 : sqlite3_changes64(database_.get());
    }

    std::unique_ptr<Stream> stream(std::string_view sql, const Bounds& bounds) override {
        return std::make_unique<SqliteStream>(*this, sql, bounds);
    }

    void script(std::string_view sql) override {
        const std::scoped_lock turn{turn_};
        while (true) {
            std::size_t used = 0;
            const Statement statement = prepare(sql, 0, used);
            sql.remove_prefix(used);
            if (!statement) return;  // only blanks and comments were left
            while (step(statement.get())) {
            }
        }
    }

    std::int64_t bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                             const std::function<bool(std::vector<Bound>&)>& next) override {
        const std::scoped_lock turn{turn_};
        ZF_ASSERT(in_transaction() && !columns.empty());
        require_plain_name(table);
        std::string names, holders;
        for (const std::string& column : columns) {
            require_plain_name(column);
            names += (names.empty() ? "" : ", ") + column;
            holders += holders.empty() ? "(?" : ", ?";
        }
        holders += ')';
        // One statement takes a portion of rows: most of what SQLite does for a small row it does
        // once a statement. FAIL instead of ABORT, so that it keeps no journal of the statement;
        // whoever inserts gives the whole transaction up when a row is refused.
        std::string portion_holders = holders;
        for (std::size_t row = 1; row < SqlitePortion::rows_max; ++row)
            portion_holders += ", " + holders;
        const std::string head = fmt::format("INSERT OR FAIL INTO {} ({}) VALUES ", table, names);
        Lease many{*this, head + portion_holders};
        Lease one{*this, head + holders};
        std::vector<Bound> row(columns.size(), Bound{Null{}});
        SqlitePortion portion;
        std::int64_t count = 0;
        for (; next(row); ++count) {
            portion.add(row);
            if (portion.rows() == SqlitePortion::rows_max) insert(many.get(), portion);
        }
        insert(one.get(), portion);
        return count;
    }

    void build_index(std::string_view definition) override {
        const SortOnDisk sort{*this};
        script(definition);
    }

    void begin_write() override {
        ZF_ASSERT(!in_transaction());
        run("BEGIN IMMEDIATE", {}, {});
    }
    void begin_read() override {
        ZF_ASSERT(!in_transaction());
        run("BEGIN", {}, {});
        look_inside();  // only a read takes the snapshot
    }
    void commit() override { run("COMMIT", {}, {}); }
    void rollback() noexcept override {
        if (in_transaction()) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    bool in_transaction() const override { return sqlite3_get_autocommit(database_.get()) == 0; }
    void savepoint(std::string_view name) override {
        require_plain_name(name);
        run(fmt::format("SAVEPOINT {}", name), {}, {});
    }
    void rollback_to(std::string_view name) override {
        require_plain_name(name);
        run(fmt::format("ROLLBACK TO {}", name), {}, {});
    }
    void interrupt() noexcept override { sqlite3_interrupt(database_.get()); }
    std::string_view for_update() const override { return {}; }

private:
    // By a statement that takes as many cells as the portion holds, or one row of them.
    void insert(sqlite3_stmt* statement, SqlitePortion& portion) {
        const auto width = static_cast<std::size_t>(sqlite3_bind_parameter_count(statement));
        for (std::size_t first = 0; first < portion.size(); first += width) {
            for (std::size_t cell = 0; cell < width; ++cell)
                if (const int result = portion.bind(statement, static_cast<int>(cell) + 1,
                                                    first + cell);
                    result != SQLITE_OK)
                    fail(result);
            step(statement);
            sqlite3_reset(statement);
        }
        portion.clear();
    }

    // A statement out of the cache; it goes back reset, whatever happened to its reader.
    class Lease {
    public:
        Lease(SqliteConnection& connection, std::string_view sql)
            : connection_{connection},
              sql_{sql} {
            std::optional<Statement> kept = connection_.statements_.take(sql);
            statement_ = kept ? *std::move(kept) : connection_.prepare_one(sql);
        }
        ~Lease() {
            sqlite3_reset(statement_.get());
            sqlite3_clear_bindings(statement_.get());
            connection_.statements_.give_back(sql_, std::move(statement_));
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        sqlite3_stmt* get() const { return statement_.get(); }

    private:
        SqliteConnection& connection_;
        std::string sql_;
        Statement statement_;
    };

    class SqliteStream final : public Stream {
    public:
        SqliteStream(SqliteConnection& connection, std::string_view sql, const Bounds& bounds)
            : connection_{connection},
              turn_{connection.turn_},
              statement_{connection, sql},
              row_{statement_.get()} {
            connection_.bind(statement_.get(), bounds, SQLITE_TRANSIENT);
            turn_.unlock();
        }
        const Row* next() override {
            const std::scoped_lock turn{connection_.turn_};
            if (!is_over_) is_over_ = !connection_.step(statement_.get());
            return is_over_ ? nullptr : &row_;
        }

    private:
        SqliteConnection& connection_;
        std::unique_lock<std::recursive_mutex> turn_;  // while the statement is made ready
        Lease statement_;
        SqliteRow row_;
        bool is_over_ = false;
    };

    // Sorts with helper threads and, where rows outgrow memory, in a private folder beside the
    // database. SQLite knows one such folder for the whole process; nobody else asks for it, since
    // everything else is kept in memory.
    class SortOnDisk {
    public:
        explicit SortOnDisk(SqliteConnection& connection)
            : connection_{connection},
              alone_{folder_in_use()},
              folder_{new_folder_beside(connection.path())} {
            connection.script("PRAGMA temp_store = FILE");
            sqlite3_temp_directory = sqlite3_mprintf("%s", folder_.c_str());
            sqlite3_limit(connection.database_.get(), SQLITE_LIMIT_WORKER_THREADS, threads);
        }
        ~SortOnDisk() {
            sqlite3_limit(connection_.database_.get(), SQLITE_LIMIT_WORKER_THREADS, 0);
            sqlite3_exec(connection_.database_.get(), "PRAGMA temp_store = MEMORY", nullptr,
                         nullptr, nullptr);
            sqlite3_free(sqlite3_temp_directory);
            sqlite3_temp_directory = nullptr;
            std::error_code ignored;
            std::filesystem::remove_all(folder_, ignored);
        }
        SortOnDisk(const SortOnDisk&) = delete;
        SortOnDisk& operator=(const SortOnDisk&) = delete;

    private:
        static std::filesystem::path new_folder_beside(const std::string& database) {
            try {
                return platform::create_temporary_folder(
                    ".zhangfang-sort", std::filesystem::path{database}.parent_path());
            } catch (const std::system_error& fault) {
                throw store_error_of(fault);
            }
        }
        static std::mutex& folder_in_use() {
            static std::mutex mutex;
            return mutex;
        }
        static constexpr int threads = 2;
        SqliteConnection& connection_;
        std::scoped_lock<std::mutex> alone_;
        std::filesystem::path folder_;
    };

    std::string path() const { return sqlite3_db_filename(database_.get(), "main"); }

    void open(const std::string& address, const SqliteOptions& options, int further) {
        sqlite3* opened = nullptr;
        const int access = options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
        const int result = sqlite3_open_v2(address.c_str(), &opened,
                                           access | further | SQLITE_OPEN_NOMUTEX |
                                               SQLITE_OPEN_EXRESCODE,
                                           options.vfs.empty() ? nullptr : options.vfs.c_str());
        database_.reset(opened);
        if (result != SQLITE_OK) fail(result);
        // SQLite opens a file that it may not write for reading only, without a word.
        if (!options.read_only && sqlite3_db_readonly(opened, "main") == 1)
            throw StoreError{StoreFault::read_only, address + " cannot be written"};
        sqlite3_busy_timeout(database_.get(), 5000);
    }

    static void create_file(const std::string& path) {
        try {
            platform::create_private_file(path);
        } catch (const std::system_error& fault) {
            throw store_error_of(fault);
        }
    }

    void look_inside() { script("SELECT count(*) FROM sqlite_schema"); }

    static bool is_alone(const std::string& path) {
        std::error_code ignored;
        const auto size = std::filesystem::file_size(path + "-wal", ignored);
        return ignored || size == 0;
    }

    static std::string immutable_address(const std::string& path) {
        std::string address = "file:";
        for (const char byte : std::filesystem::absolute(path).string()) {
            const bool is_special = byte == '%' || byte == '?' || byte == '#';
            address += is_special ? fmt::format("%{:02X}", static_cast<unsigned>(byte))
                                  : std::string(1, byte);
        }
        return address + "?immutable=1";
    }

    void set_up(const SqliteOptions& options) {
        for (const int option : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                                 SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
            sqlite3_db_config(database_.get(), option, option == SQLITE_DBCONFIG_DEFENSIVE ? 1 : 0,
                              nullptr);
        script(
            "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;"
            "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0");
        if (options.read_only) {
            sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            script("PRAGMA query_only = ON; PRAGMA cache_size = -16384");
            sqlite3_set_authorizer(database_.get(), &authorize_reader, nullptr);
            return;
        }
        // WAL with FULL: an acknowledged command survives the power cut (NORMAL may lose the last
        // ones).
        script("PRAGMA page_size = 8192; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
               "PRAGMA journal_size_limit = 67108864");
        const std::string wanted = options.archive ? "delete" : "wal";
        std::string mode;
        run("PRAGMA journal_mode = " + wanted, {}, [&](const Row& row) { mode = row.text(0); });
        if (mode != wanted)
            throw StoreError{StoreFault::cannot_open, "the journal stays in mode " + mode};
        statements_.clear();
    }

    // Pragmas that only tell how a table is made: a backup copies tables it does not know.
    static bool asks_about_tables(std::string_view pragma) {
        return pragma == "table_info" || pragma == "foreign_key_list" || pragma == "index_list" ||
               pragma == "index_info";
    }

    // Readers ask; they neither attach other files nor change settings nor load code.
    static int authorize_reader(void*, int action, const char* first, const char* second,
                                const char*, const char*) {
        switch (action) {
            case SQLITE_ATTACH:
            case SQLITE_DETACH: return SQLITE_DENY;
            case SQLITE_PRAGMA:
                return second == nullptr || asks_about_tables(first) ? SQLITE_OK : SQLITE_DENY;
            case SQLITE_FUNCTION:
                return second != nullptr && std::string_view{second} == "load_extension"
                           ? SQLITE_DENY
                           : SQLITE_OK;
            default: return SQLITE_OK;
        }
    }

    Statement prepare(std::string_view sql, unsigned flags, std::size_t& used) {
        if (is_broken_)
            throw StoreError{StoreFault::input_output,
                             "the connection was given up after a fault of the disk"};
        sqlite3_stmt* prepared = nullptr;
        const char* rest = nullptr;
        const int result = sqlite3_prepare_v3(
            database_.get(), sql.data(), static_cast<int>(sql.size()), flags, &prepared, &rest);
        Statement statement{prepared};
        if (result != SQLITE_OK) fail(result);
        used = static_cast<std::size_t>(rest - sql.data());
        return statement;
    }

    Statement prepare_one(std::string_view sql) {
        std::size_t used = 0;
        Statement statement = prepare(sql, SQLITE_PREPARE_PERSISTENT, used);
        ZF_ASSERT(statement && used == sql.size());  // one statement; several are a script
        return statement;
    }

    void bind(sqlite3_stmt* statement, const Bounds& bounds, sqlite3_destructor_type lifetime) {
        ZF_ASSERT(sqlite3_bind_parameter_count(statement) == static_cast<int>(bounds.size()));
        int place = 0;
        for (const Bound& bound : bounds) bind_one(statement, ++place, bound.content(), lifetime);
    }

    void bind_one(sqlite3_stmt* statement, int place, const Bound::Content& content,
                  sqlite3_destructor_type lifetime) {
        int result = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            result = sqlite3_bind_int64(statement, place, *number);
        } else if (const auto* text = std::get_if<std::string_view>(&content)) {
            refuse_bad_text(*text);
            const char* const data = text->data() == nullptr ? "" : text->data();
            result = sqlite3_bind_text64(statement, place, data, text->size(), lifetime,
                                         SQLITE_UTF8);
        } else if (const auto* bytes = std::get_if<BytesView>(&content)) {
            const void* const data = bytes->data() == nullptr ? static_cast<const void*>("")
                                                              : bytes->data();
            result = sqlite3_bind_blob64(statement, place, data, bytes->size(), lifetime);
        } else {
            result = sqlite3_bind_null(statement, place);
        }
        if (result != SQLITE_OK) fail(result);
    }

    // Is there a row?
    bool step(sqlite3_stmt* statement) {
        if (is_broken_)
            throw StoreError{StoreFault::input_output,
                             "the connection was given up after a fault of the disk"};
        const int result = sqlite3_step(statement);
        if (result == SQLITE_ROW) return true;
        if (result == SQLITE_DONE) return false;
        fail(result);
    }

    static int last_error_of(sqlite3_file* file) {
        int number = 0;
        if (file != nullptr && file->pMethods != nullptr)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
        return number;
    }

    // What the system said. SQLite keeps it for some failures only; of the others each file knows,
    // the journal too: a COMMIT fails there.
    int system_error() {
        if (database_ == nullptr) return 0;
        if (const int number = sqlite3_system_errno(database_.get()); means_disk_full(number))
            return number;
        for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
            sqlite3_file* file = nullptr;
            sqlite3_file_control(database_.get(), "main", which, &file);
            if (const int number = last_error_of(file); means_disk_full(number)) return number;
        }
        return 0;
    }

    [[noreturn]] void fail(int result) {
        sqlite3* const database = database_.get();
        const StoreFault fault = fault_of(result, system_error());
        // After a failed write or sync the page cache can no longer be trusted: nobody may try
        // again on it.
        if (fault == StoreFault::input_output) is_broken_ = true;
        const char* const text = database == nullptr ? sqlite3_errstr(result)
                                                     : sqlite3_errmsg(database);
        throw StoreError{fault, fmt::format("{} (SQLite {})", text, result)};
    }

    static constexpr std::size_t statements_kept = 200;
    Database database_;
    StatementCache<Statement> statements_{statements_kept};  // goes before the database does
    bool is_broken_ = false;
    std::recursive_mutex turn_;  // of the owner and of a thread that inserts for it
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, const SqliteOptions& options) {
    return std::make_unique<SqliteConnection>(path, options);
}

}  // namespace zf
