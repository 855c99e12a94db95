#include <array>
#include <atomic>
#include <charconv>
#include <map>
#include <mutex>
#include <new>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "postgresql_driver.h"
#include "sql_text.h"
#include "statement_cache.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/store/connection.h"

namespace zf {

namespace {

struct CodeFault {
    std::string_view code;  // the head of a SQLSTATE
    StoreFault fault;
};

// The first that matches counts.
constexpr std::array<CodeFault, 25> code_faults{{
    {"23505", StoreFault::unique},
    {"23P01", StoreFault::unique},
    {"23503", StoreFault::foreign_key},
    {"23502", StoreFault::not_null},
    {"23514", StoreFault::check},
    {"ZF001", StoreFault::immutable},  // raised by our own triggers
    {"40001", StoreFault::retry},
    {"40P01", StoreFault::retry},
    {"55P03", StoreFault::retry},
    {"57014", StoreFault::busy},  // the time limit; an interrupt is told apart by its flag
    {"57P", StoreFault::lost_connection},
    {"08", StoreFault::lost_connection},
    {"53100", StoreFault::full},
    {"53300", StoreFault::busy},
    {"58030", StoreFault::input_output},
    {"25006", StoreFault::read_only},
    {"42501", StoreFault::permission},
    {"28", StoreFault::permission},
    {"3D000", StoreFault::cannot_open},
    {"3F000", StoreFault::cannot_open},
    {"58P", StoreFault::corrupt},
    {"XX001", StoreFault::corrupt},
    {"XX002", StoreFault::corrupt},
    {"25P03", StoreFault::lost_connection},  // idle in a transaction for too long
    {"25P04", StoreFault::lost_connection},
}};

StoreFault fault_of(std::string_view code) {
    for (const CodeFault& each : code_faults)
        if (code.starts_with(each.code)) return each.fault;
    return StoreFault::other;
}

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

struct FreeCancel {
    void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
};

std::byte nibble(char digit) {
    const int value = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    return static_cast<std::byte>(value);
}

// One row of a result that is here as a whole.
class PostgresqlRow final : public Row {
public:
    void show(const PGresult* result, int row) {
        result_ = result;
        row_ = row;
        decoded_.clear();
    }
    bool is_null(int column) const override {
        ZF_ASSERT(column >= 0 && column < PQnfields(result_));
        return PQgetisnull(result_, row_, column) != 0;
    }
    std::int64_t integer(int column) const override {
        if (is_null(column))
            throw StoreError{StoreFault::other,
                             fmt::format("column {} holds no whole number", column)};
        return exact_integer(text(column));
    }
    std::string_view text(int column) const override {
        if (is_null(column)) return {};
        return {PQgetvalue(result_, row_, column),
                static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
    BytesView bytes(int column) const override {
        const std::string_view written = text(column);  // \x and two digits for each byte
        if (written.empty()) return {};
        ZF_ASSERT(written.starts_with("\\x"));
        Bytes& content = decoded_[column];
        content.resize((written.size() - 2) / 2);
        for (std::size_t at = 0; at < content.size(); ++at)
            content[at] = nibble(written[2 + at * 2]) << 4 | nibble(written[3 + at * 2]);
        return content;
    }

private:
    const PGresult* result_ = nullptr;
    int row_ = 0;
    mutable std::map<int, Bytes> decoded_;
};

// Arguments in the form libpq takes them.
class Parameters {
public:
    explicit Parameters(const Bounds& bounds) {
        numbers_.reserve(bounds.size());
        for (const Bound& bound : bounds) add(bound.content());
    }
    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Bound::Content& content) {
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            numbers_.push_back(std::to_string(*number));
            add(numbers_.back().c_str(), 0, false);
        } else if (const auto* text = std::get_if<std::string_view>(&content)) {
            refuse_bad_text(*text);
            numbers_.emplace_back(*text);
            add(numbers_.back().c_str(), 0, false);
        } else if (const auto* bytes = std::get_if<BytesView>(&content)) {
            const char* const data = bytes->empty() ? ""
                                                    : reinterpret_cast<const char*>(bytes->data());
            add(data, static_cast<int>(bytes->size()), true);
        } else {
            add(nullptr, 0, false);
        }
    }
    void add(const char* value, int length, bool is_binary) {
        values_.push_back(value);
        lengths_.push_back(length);
        formats_.push_back(is_binary ? 1 : 0);
    }

    std::vector<std::string> numbers_;  // reserved, so that the pointers stay
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
};

class PostgresqlConnection final : public Connection {
public:
    PostgresqlConnection(const std::string& url, const std::string& schema,
                         const std::string& password, bool read_only) {
        connect(url, password);
        PQsetNoticeProcessor(
            connection_.get(), [](void*, const char*) {}, nullptr);
        cancel_.reset(PQgetCancel(connection_.get()));
        // A seat waits for another's lock 5 s; a report may take 10 minutes, a command one. Every
        // column is read in the text form named here, and what was acknowledged is on the server's
        // disk.
        script(fmt::format(
            "SET search_path TO {}, pg_temp; SET synchronous_commit TO on; SET lock_timeout TO "
            "'5s';"
            "SET statement_timeout TO '{}'; SET idle_in_transaction_session_timeout TO '5min';"
            "SET bytea_output TO hex; SET DateStyle TO ISO; SET cursor_tuple_fraction TO 1;"
            "SET standard_conforming_strings TO on; SET default_transaction_read_only TO {}",
            schema, read_only ? "10min" : "60s", read_only ? "on" : "off"));
    }

    StoreKind kind() const override { return StoreKind::postgresql; }

    std::int64_t run(std::string_view sql, const Bounds& bounds,
                     const RowFunction& row_function) override {
        const std::scoped_lock turn{turn_};
        const Answer result = execute(sql, bounds);
        if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) return changed_rows(result.get());
        PostgresqlRow row;
        const int count = PQntuples(result.get());
        for (int at = 0; row_function && at < count; ++at) {
            row.show(result.get(), at);
            row_function(row);
        }
        return count;
    }

    std::unique_ptr<Stream> stream(std::string_view sql, const Bounds& bounds) override {
        ZF_ASSERT(in_transaction());
        return std::make_unique<PostgresqlStream>(*this, sql, bounds);
    }

    void script(std::string_view sql) override {
        const std::scoped_lock turn{turn_};
        take(PQexec(connection_.get(), std::string{sql}.c_str()));
    }

    std::int64_t bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                             const std::function<bool(std::vector<Bound>&)>& next) override {
        const std::scoped_lock turn{turn_};
        ZF_ASSERT(in_transaction() && !columns.empty());
        require_plain_name(table);
        std::string names;
        for (const std::string& column : columns) {
            require_plain_name(column);
            names += (names.empty() ? "" : ", ") + column;
        }
        const Answer started = checked(PQexec(
            connection_.get(), fmt::format("COPY {} ({}) FROM STDIN", table, names).c_str()));
        ZF_ASSERT(PQresultStatus(started.get()) == PGRES_COPY_IN);
        try {
            const std::int64_t count = copy_rows(columns.size(), next);
            end_copy(nullptr);
            return count;
        } catch (...) {
            if (PQtransactionStatus(connection_.get()) == PQTRANS_ACTIVE) abandon_copy();
            throw;
        }
    }

    void build_index(std::string_view definition) override {
        script("SET LOCAL maintenance_work_mem TO '128MB'");
        script(definition);
    }

    void begin_write() override { begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"); }
    void begin_read() override {
        begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        script("SELECT 1");  // only a question takes the snapshot
    }
    void commit() override {
        const Answer result = checked(PQexec(connection_.get(), "COMMIT"));
        // A transaction that had failed before is rolled back, and PostgreSQL calls that a success.
        if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
            throw StoreError{StoreFault::other, "the transaction had failed and was rolled back"};
    }
    void rollback() noexcept override {
        if (in_transaction()) PQclear(PQexec(connection_.get(), "ROLLBACK"));
    }
    bool in_transaction() const override {
        const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
    }
    void savepoint(std::string_view name) override {
        require_plain_name(name);
        script(fmt::format("SAVEPOINT {}", name));
    }
    void rollback_to(std::string_view name) override {
        require_plain_name(name);
        script(fmt::format("ROLLBACK TO SAVEPOINT {}", name));
    }
    void interrupt() noexcept override {
        is_interrupted_ = true;
        std::array<char, 256> ignored{};
        if (cancel_) PQcancel(cancel_.get(), ignored.data(), static_cast<int>(ignored.size()));
    }
    std::string_view for_update() const override { return " FOR UPDATE"; }

private:
    // Rows come in portions through a cursor of the server, so that other statements may run
    // between them.
    class PostgresqlStream final : public Stream {
    public:
        PostgresqlStream(PostgresqlConnection& connection, std::string_view sql,
                         const Bounds& bounds)
            : connection_{connection},
              name_{fmt::format("zf_cursor_{}", ++connection.cursors_)} {
            const std::scoped_lock turn{connection.turn_};
            const Parameters parameters{bounds};
            const std::string declaration = fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", name_,
                                                        numbered_place_holders(sql));
            connection_.take(PQexecParams(connection_.connection_.get(), declaration.c_str(),
                                          parameters.count(), nullptr, parameters.values(),
                                          parameters.lengths(), parameters.formats(), 0));
        }
        ~PostgresqlStream() override {
            // A cursor ends with its transaction; in a failed one nothing more can be said.
            if (PQtransactionStatus(connection_.connection_.get()) == PQTRANS_INTRANS)
                PQclear(PQexec(connection_.connection_.get(), ("CLOSE " + name_).c_str()));
        }
        const Row* next() override {
            if (portion_ && ++at_ < PQntuples(portion_.get())) {
                row_.show(portion_.get(), at_);
                return &row_;
            }
            if (is_over_) return nullptr;
            const std::scoped_lock turn{connection_.turn_};
            const std::string fetch = fmt::format("FETCH FORWARD {} FROM {}", portion_size, name_);
            portion_ = connection_.checked(PQexec(connection_.connection_.get(), fetch.c_str()));
            is_over_ = PQntuples(portion_.get()) < portion_size;
            at_ = 0;
            if (PQntuples(portion_.get()) == 0) return nullptr;
            row_.show(portion_.get(), at_);
            return &row_;
        }

    private:
        static constexpr int portion_size = 2000;
        PostgresqlConnection& connection_;
        std::string name_;
        Answer portion_;
        PostgresqlRow row_;
        int at_ = 0;
        bool is_over_ = false;
    };

    void connect(const std::string& url, const std::string& password) {
        // The server proves who it is unless the address says otherwise; over a local socket there
        // is nothing to prove.
        const std::array<const char*, 7> names{
            "sslmode",          "dbname",          "password", "client_encoding",
            "application_name", "connect_timeout", nullptr};
        const std::array<const char*, 7> values{
            "verify-full", url.c_str(), password.empty() ? nullptr : password.c_str(),
            "UTF8",        "zhangfang", "10",
            nullptr};
        connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
        if (PQstatus(connection_.get()) == CONNECTION_OK) return;
        if (!connection_) throw std::bad_alloc{};
        const std::string said = PQerrorMessage(connection_.get());
        const bool is_refused = PQconnectionNeedsPassword(connection_.get()) ||
                                PQconnectionUsedPassword(connection_.get());
        throw StoreError{is_refused ? StoreFault::permission : StoreFault::cannot_open, said};
    }

    void begin(const char* sql) {
        ZF_ASSERT(!in_transaction());
        is_interrupted_ = false;
        script(sql);
    }

    Answer execute(std::string_view sql, const Bounds& bounds) {
        const Parameters parameters{bounds};
        std::string name = prepared(sql);
        Answer result{PQexecPrepared(connection_.get(), name.c_str(), parameters.count(),
                                     parameters.values(), parameters.lengths(),
                                     parameters.formats(), 0)};
        if (auto dropped = statements_.give_back(sql, std::move(name))) deallocate(*dropped);
        return checked(result.release());
    }

    // The server's name for a statement. It lives on the connection, outside transactions.
    std::string prepared(std::string_view sql) {
        if (auto kept = statements_.take(sql)) return *std::move(kept);
        std::string name = fmt::format("zf_{}", ++names_);
        take(PQprepare(connection_.get(), name.c_str(), numbered_place_holders(sql).c_str(), 0,
                       nullptr));
        return name;
    }

    // In a failed transaction the server takes no statement; the name is then left until the
    // connection ends.
    void deallocate(const std::string& name) {
        if (PQtransactionStatus(connection_.get()) != PQTRANS_INERROR)
            PQclear(PQexec(connection_.get(), ("DEALLOCATE " + name).c_str()));
    }

    static std::int64_t changed_rows(PGresult* result) {
        const std::string_view count = PQcmdTuples(result);
        return count.empty() ? 0 : exact_integer(count);
    }

    void take(PGresult* result) { static_cast<void>(checked(result)); }

    Answer checked(PGresult* raw) {
        Answer result{raw};
        switch (PQresultStatus(raw)) {
            case PGRES_COMMAND_OK:
            case PGRES_TUPLES_OK:
            case PGRES_EMPTY_QUERY:
            case PGRES_COPY_IN: return result;
            default: fail(raw);
        }
    }

    [[noreturn]] void fail(const PGresult* result) {
        const char* const state = result == nullptr ? nullptr
                                                    : PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const std::string_view code = state == nullptr ? "" : state;
        StoreFault fault = fault_of(code);
        if (code == "57014" && is_interrupted_.exchange(false)) fault = StoreFault::interrupted;
        if (PQstatus(connection_.get()) == CONNECTION_BAD) fault = StoreFault::lost_connection;
        throw StoreError{fault, fmt::format("{} ({})", PQerrorMessage(connection_.get()), code)};
    }

    std::int64_t copy_rows(std::size_t width,
                           const std::function<bool(std::vector<Bound>&)>& next) {
        constexpr std::size_t portion_bytes = 64 * 1024;
        std::vector<Bound> row(width, Bound{Null{}});
        std::string portion;
        std::int64_t count = 0;
        for (; next(row); ++count) {
            ZF_ASSERT(row.size() == width);
            for (std::size_t column = 0; column < width; ++column) {
                if (column > 0) portion += '\t';
                append_copied(portion, row[column].content());
            }
            portion += '\n';
            if (portion.size() >= portion_bytes) send_copied(portion);
        }
        send_copied(portion);
        return count;
    }

    void send_copied(std::string& portion) {
        if (!portion.empty() &&
            PQputCopyData(connection_.get(), portion.data(), static_cast<int>(portion.size())) != 1)
            fail(nullptr);
        portion.clear();
    }

    static void append_copied(std::string& line, const Bound::Content& content) {
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            std::array<char, 24> digits{};
            line.append(digits.data(),
                        std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr);
        } else if (const auto* text = std::get_if<std::string_view>(&content)) {
            refuse_bad_text(*text);
            append_escaped(line, *text);
        } else if (const auto* bytes = std::get_if<BytesView>(&content)) {
            line += "\\\\x";
            for (const std::byte each : *bytes) {
                line += "0123456789abcdef"[static_cast<unsigned>(each) >> 4];
                line += "0123456789abcdef"[static_cast<unsigned>(each) & 15U];
            }
        } else {
            line += "\\N";
        }
    }

    static void append_escaped(std::string& line, std::string_view text) {
        for (const char byte : text) {
            switch (byte) {
                case '\\': line += "\\\\"; break;
                case '\t': line += "\\t"; break;
                case '\n': line += "\\n"; break;
                case '\r': line += "\\r"; break;
                default: line += byte;
            }
        }
    }

    void end_copy(const char* refusal) {
        if (PQputCopyEnd(connection_.get(), refusal) != 1) fail(nullptr);
        Answer fault;
        while (Answer result{PQgetResult(connection_.get())})
            if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && !fault)
                fault = std::move(result);
        if (fault) fail(fault.get());
    }

    void abandon_copy() noexcept {
        PQputCopyEnd(connection_.get(), "given up");
        while (PGresult* result = PQgetResult(connection_.get())) PQclear(result);
    }

    static constexpr std::size_t statements_kept = 200;
    std::unique_ptr<PGconn, Finish> connection_;
    std::unique_ptr<PGcancel, FreeCancel> cancel_;
    StatementCache<std::string> statements_{statements_kept};
    std::recursive_mutex turn_;  // of the owner and of a thread that inserts for it
    std::atomic<bool> is_interrupted_ = false;
    std::int64_t names_ = 0;
    std::int64_t cursors_ = 0;
};

std::unique_ptr<Connection> open(const std::string& url, const std::string& schema,
                                 const std::string& password, bool read_only) {
    return std::make_unique<PostgresqlConnection>(url, schema, password, read_only);
}

}  // namespace

}  // namespace zf

extern "C" ZF_EXPORT const zf::PostgresqlDriver zf_postgresql_driver;
const zf::PostgresqlDriver zf_postgresql_driver{&zf::open};
