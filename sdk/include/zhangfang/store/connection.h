#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "zhangfang/base/export.h"

namespace zf {

enum class StoreFault {
    busy,
    retry,
    unique,
    foreign_key,
    not_null,
    check,
    immutable,  // immutable: a trigger refused to touch a posted row
    full,
    input_output,  // after input_output the connection answers nothing more: it must be opened anew
    corrupt,
    read_only,
    not_a_workspace,
    newer,
    older,
    exists,
    cannot_open,
    remote_file_system,
    lost_connection,
    interrupted,
    permission,
    other
};

// The environment failed; the dispatcher rolls back and says so in the sentence for `fault`.
class ZF_EXPORT StoreError : public std::runtime_error {
public:
    StoreError(StoreFault fault, const std::string& detail);
    ~StoreError() override;
    StoreFault fault() const { return fault_; }

private:
    StoreFault fault_;
};

struct Null {
    bool operator==(const Null&) const = default;
};
using BytesView = std::span<const std::byte>;
using Bytes = std::vector<std::byte>;

// A bound argument. Text must be valid UTF-8 without NUL: the driver refuses anything else.
class Bound {
public:
    Bound(Null) {}
    Bound(std::nullptr_t) {}
    Bound(std::int64_t value) : content_{value} {}
    Bound(int value) : content_{std::int64_t{value}} {}
    Bound(std::string_view value) : content_{value} {}
    Bound(const std::string& value) : content_{std::string_view{value}} {}
    Bound(const char* value) : content_{std::string_view{value}} {}
    Bound(BytesView value) : content_{value} {}
    Bound(const Bytes& value) : content_{BytesView{value}} {}

    using Content = std::variant<Null, std::int64_t, std::string_view, BytesView>;
    const Content& content() const { return content_; }

private:
    Content content_;
};

using Bounds = std::vector<Bound>;

// One row of a result; the caller says what each column is, no type is ever guessed. Absent text
// and bytes are empty, an absent integer is a StoreError.
class ZF_EXPORT Row {
public:
    virtual ~Row();
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;   // text is converted only when every
                                                          // character was used
    virtual std::string_view text(int column) const = 0;  // valid until the next row
    virtual BytesView bytes(int column) const = 0;
    std::int64_t integer_or(int column, std::int64_t absent) const {
        return is_null(column) ? absent : integer(column);
    }
};

using RowFunction = std::function<void(const Row&)>;

// A statement that is stepped by its reader, for streams of rows. It ends with its destruction,
// before its connection.
class ZF_EXPORT Stream {
public:
    virtual ~Stream();
    virtual const Row* next() = 0;  // nullptr at the end; the row is valid until the next call
};

enum class StoreKind { sqlite, postgresql };

// One connection to a database, written directly on sqlite3 or libpq. It belongs to one thread, but
// for interrupt(), and but for bulk_insert(): while another thread inserts, the statements of the
// owner wait until it is done. SQL uses `?` place-holders in the subset both stores understand.
class ZF_EXPORT Connection {
public:
    virtual ~Connection();

    virtual StoreKind kind() const = 0;

    // Runs one statement; row_function sees every row. Returns rows read, or rows changed for a
    // writing statement.
    virtual std::int64_t run(std::string_view sql, const Bounds& bounds = {},
                             const RowFunction& row_function = {}) = 0;
    // For questions (SELECT) inside a transaction or snapshot; other statements may run while it is
    // read.
    virtual std::unique_ptr<Stream> stream(std::string_view sql, const Bounds& bounds = {}) = 0;

    // Statements without arguments or rows, several separated by semicolons (migrations).
    virtual void script(std::string_view sql) = 0;

    // Inserts many rows the fastest way the store has (one prepared statement; COPY). `next` fills
    // the row of the given width and answers false at the end; what it binds must live until it is
    // called again. Needs a transaction. Returns the number of rows.
    virtual std::int64_t bulk_insert(std::string_view table,
                                     const std::vector<std::string>& columns,
                                     const std::function<bool(std::vector<Bound>&)>& next) = 0;

    // Builds an index over rows that are there, by its CREATE statement. A store may sort on many
    // cores and on the disk beside the workspace: not for tables that hold persons.
    virtual void build_index(std::string_view definition) = 0;

    // A writing transaction: BEGIN IMMEDIATE, or READ COMMITTED on PostgreSQL. Transactions do not
    // nest.
    virtual void begin_write() = 0;
    // A snapshot that later writers do not change: deferred BEGIN with a first read, or REPEATABLE
    // READ READ ONLY.
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    virtual bool in_transaction() const = 0;
    virtual void savepoint(std::string_view name) = 0;
    virtual void rollback_to(std::string_view name) = 0;

    // Called from another thread: the running statement ends with StoreFault::interrupted.
    virtual void interrupt() noexcept = 0;

    // Asks the clause only where it exists: " FOR UPDATE" on PostgreSQL, "" on SQLite.
    virtual std::string_view for_update() const = 0;
};

struct SqliteOptions {
    bool read_only = false;
    bool create = false;   // makes the file (0600) when it is not there
    bool archive = false;  // rollback journal instead of WAL, so that the file alone is whole:
                           // backups, copies
    std::string vfs;       // a test's fault VFS; "" is the system's own
};
ZF_EXPORT std::unique_ptr<Connection> open_sqlite(const std::string& path,
                                                  const SqliteOptions& options);

// `url` is a libpq URL; its parameter `schema` names the workspace's schema. `password` is taken
// when not empty.
ZF_EXPORT std::unique_ptr<Connection> open_postgresql(const std::string& url,
                                                      const std::string& password, bool read_only);

}  // namespace zf
