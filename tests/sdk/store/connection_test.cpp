#include "zhangfang/store/connection.h"

#include <atomic>
#include <limits>
#include <thread>

#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/store/transaction.h"

using namespace zf;

namespace {

const MigrationSet tables{"shop",
                          {{"0001_tables", R"(
CREATE TABLE shop_item (
    id ID_KEY, code TEXT NOT NULL UNIQUE, amount_fen BIGINT CHECK (amount_fen >= 0), photo BYTES
);
CREATE TABLE shop_sale (item BIGINT NOT NULL REFERENCES shop_item (id), line BIGINT NOT NULL,
                        PRIMARY KEY (item, line)) CLUSTERED;)",
                            "", ""}}};

StoreFault fault_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.fault();
    }
    FAIL("no fault");
    return StoreFault::other;
}

Bytes bytes(std::initializer_list<int> values) {
    Bytes made;
    for (const int value : values) made.push_back(static_cast<std::byte>(value));
    return made;
}

std::int64_t count_of(Connection& connection,
                      std::string_view sql = "SELECT count(*) FROM shop_item") {
    std::int64_t number = -1;
    connection.run(sql, {}, [&](const Row& row) { number = row.integer(0); });
    return number;
}

void add_item(Connection& connection, std::string_view code) {
    connection.run("INSERT INTO shop_item (code) VALUES (?)", {code});
}

}  // namespace

TEST_CASE("whole numbers, texts and bytes come back exactly", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    const std::int64_t number = GENERATE(std::int64_t{0}, std::int64_t{9'007'199'254'740'993},
                                         std::numeric_limits<std::int64_t>::max());
    const std::string text = "账房 'it' \"x\" \\ tab\t line\n 𠮷 ?";
    const Bytes photo = bytes({0, 1, 0x5C, 0x27, 0xFF, 0});

    connection.run("INSERT INTO shop_item (code, amount_fen, photo) VALUES (?, ?, ?)",
                   {text, number, photo});

    connection.run("SELECT code, amount_fen, photo FROM shop_item WHERE code = ?", {text},
                   [&](const Row& row) {
                       CHECK(row.text(0) == text);
                       CHECK(row.integer(1) == number);
                       CHECK(row.text(1) == std::to_string(number));
                       CHECK(Bytes(row.bytes(2).begin(), row.bytes(2).end()) == photo);
                   });
    CHECK(count_of(connection, "SELECT CAST(sum(amount_fen) AS BIGINT) FROM shop_item") == number);
}

TEST_CASE("nothing is told from an empty text and from no bytes", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    connection.run("INSERT INTO shop_item (code, amount_fen, photo) VALUES ('', ?, ?)",
                   {Null{}, Bytes{}});

    connection.run("SELECT code, amount_fen, photo FROM shop_item", {}, [&](const Row& row) {
        CHECK_FALSE(row.is_null(0));
        CHECK(row.text(0).empty());
        CHECK(row.is_null(1));
        CHECK(row.text(1).empty());
        CHECK(row.integer_or(1, 7) == 7);
        CHECK(fault_of([&] { row.integer(1); }) == StoreFault::other);
        CHECK_FALSE(row.is_null(2));
        CHECK(row.bytes(2).empty());
    });
}

TEST_CASE("a text is a number only when every character of it is", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    for (const char* code : {"-42", "4x", "4.0", "9223372036854775808"})
        add_item(fresh.writer(), code);
    const auto number = [&](const char* code) {
        std::int64_t found = 0;
        fresh.writer().run("SELECT code FROM shop_item WHERE code = ?", {code},
                           [&](const Row& row) { found = row.integer(0); });
        return found;
    };

    CHECK(number("-42") == -42);
    CHECK(fault_of([&] { number("4x"); }) == StoreFault::other);
    CHECK(fault_of([&] { number("4.0"); }) == StoreFault::other);
    CHECK(fault_of([&] { number("9223372036854775808"); }) == StoreFault::other);
}

TEST_CASE("a text that no store may hold is refused before it is sent", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    const std::string text = GENERATE(std::string{"cut\xE8\xB4"}, std::string{"a\0b", 3},
                                      std::string{"\xED\xA0\x80"});

    CHECK(fault_of([&] { add_item(fresh.writer(), text); }) == StoreFault::other);
    CHECK(count_of(fresh.writer()) == 0);
}

TEST_CASE("each violation has its fault", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    add_item(connection, "a");
    const auto fault = [&](const char* sql) { return fault_of([&] { connection.run(sql); }); };

    CHECK(fault("INSERT INTO shop_item (code) VALUES ('a')") == StoreFault::unique);
    CHECK(fault("INSERT INTO shop_item (code) VALUES (NULL)") == StoreFault::not_null);
    CHECK(fault("INSERT INTO shop_item (code, amount_fen) VALUES ('b', -1)") == StoreFault::check);
    CHECK(fault("INSERT INTO shop_sale (item, line) VALUES (99, 1)") == StoreFault::foreign_key);
    CHECK(fault("SELECT nothing FROM nowhere") == StoreFault::other);
    CHECK(count_of(connection) == 1);
}

TEST_CASE("a statement says how many rows it read or changed", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    for (const char* code : {"a", "b", "c"}) add_item(connection, code);

    CHECK(connection.run("SELECT code FROM shop_item") == 3);
    CHECK(connection.run("UPDATE shop_item SET amount_fen = 1 WHERE code <> ?", {"a"}) == 2);
    CHECK(connection.run("UPDATE shop_item SET amount_fen = 1 WHERE code = 'x'") == 0);
    CHECK(connection.run("INSERT INTO shop_item (code) VALUES ('d') RETURNING id") == 1);
    CHECK(connection.run("DELETE FROM shop_item") == 4);
}

TEST_CASE("a statement may run again inside its own rows", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    for (const char* code : {"a", "b", "c"}) add_item(connection, code);
    const std::string_view question = "SELECT code FROM shop_item ORDER BY code";

    std::string read;
    connection.run(question, {}, [&](const Row& outer) {
        read += outer.text(0);
        connection.run(question, {}, [&](const Row& inner) { read += inner.text(0); });
    });

    CHECK(read == "aabcbabccabc");
}

TEST_CASE("a row function that throws leaves the connection usable", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    for (const char* code : {"a", "b"}) add_item(connection, code);
    const auto stop = [](const Row&) { throw std::runtime_error{"enough"}; };

    CHECK_THROWS_AS(connection.run("SELECT code FROM shop_item", {}, stop), std::runtime_error);
    CHECK(connection.run("SELECT code FROM shop_item") == 2);
    connection.run("DELETE FROM shop_item");
    CHECK(count_of(connection) == 0);
}

TEST_CASE("a question mark in quotes, names and comments is no place-holder",
          "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    std::string read;

    fresh.writer().run(
        "SELECT '?''?' AS \"a?\", CAST(? AS TEXT) /* ? '*/ , -- ? \"\n CAST(? AS TEXT)", {"x", "y"},
        [&](const Row& row) {
            read = std::string{row.text(0)} + std::string{row.text(1)} + std::string{row.text(2)};
        });

    CHECK(read == "?'?xy");
}

TEST_CASE("rows stream while other statements run between them", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    Transaction transaction{connection};
    // 4,500 rows are two whole portions of a server's cursor and a piece.
    int made = 0;
    connection.bulk_insert("shop_item", {"code", "amount_fen"}, [&](std::vector<Bound>& row) {
        if (made == 4500) return false;
        row[1] = ++made;
        static std::string code;
        code = "c" + std::to_string(made);
        row[0] = code;
        return true;
    });

    const auto rows = connection.stream(
        "SELECT amount_fen FROM shop_item WHERE amount_fen > ? ORDER BY amount_fen", {0});
    std::int64_t expected = 0;
    while (const Row* row = rows->next()) {
        CHECK(row->integer(0) == ++expected);
        if (expected % 1000 == 0) CHECK(count_of(connection) == 4500);
    }

    CHECK(expected == 4500);
    CHECK(rows->next() == nullptr);
}

TEST_CASE("two streams and a half-read one do not disturb each other", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    for (const char* code : {"a", "b", "c"}) add_item(connection, code);
    const std::string_view question = "SELECT code FROM shop_item ORDER BY code";
    {
        const Snapshot snapshot{connection};
        const auto first = connection.stream(question);
        const auto second = connection.stream(question);
        CHECK(first->next()->text(0) == "a");
        CHECK(second->next()->text(0) == "a");
        CHECK(first->next()->text(0) == "b");
    }

    connection.run("DELETE FROM shop_item");
    CHECK(count_of(connection) == 0);
}

TEST_CASE("many rows are inserted at once, with every kind of content", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    const std::vector<std::string> codes{
        "plain", "tab\there", "line\nbreak\r", "back\\slash", "\\N", "", "账"};
    const Bytes photo = bytes({0, 9, 10, 0x5C, 0xFF});
    Transaction transaction{connection};

    std::size_t at = 0;
    const std::int64_t inserted = connection.bulk_insert(
        "shop_item", {"code", "amount_fen", "photo"}, [&](std::vector<Bound>& row) {
            if (at == codes.size()) return false;
            row[0] = codes[at];
            row[1] = at == 0 ? Bound{Null{}} : Bound{static_cast<std::int64_t>(at)};
            row[2] = at == 1 ? Bound{photo} : Bound{Null{}};
            ++at;
            return true;
        });

    CHECK(inserted == 7);
    std::vector<std::string> read;
    connection.run("SELECT code FROM shop_item ORDER BY id", {},
                   [&](const Row& row) { read.emplace_back(row.text(0)); });
    CHECK(read == codes);
    connection.run("SELECT amount_fen, photo FROM shop_item WHERE code = ?", {codes[1]},
                   [&](const Row& row) {
                       CHECK(row.integer(0) == 1);
                       CHECK(Bytes(row.bytes(1).begin(), row.bytes(1).end()) == photo);
                   });
    CHECK(count_of(connection, "SELECT count(*) FROM shop_item WHERE amount_fen IS NULL") == 1);
}

TEST_CASE("a bulk insert that fails or is given up leaves the connection usable",
          "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    const auto insert = [&](const std::function<bool(std::vector<Bound>&)>& next) {
        Transaction transaction{connection};
        connection.bulk_insert("shop_item", {"code"}, next);
        transaction.commit();
    };
    const auto same_twice = [rows = 0](std::vector<Bound>& row) mutable {
        row[0] = "same";
        return ++rows < 3;
    };
    const auto given_up = [rows = 0](std::vector<Bound>& row) mutable {
        row[0] = "x";
        if (++rows == 2) throw std::runtime_error{"cancelled"};
        return true;
    };

    CHECK(fault_of([&] { insert(same_twice); }) == StoreFault::unique);
    CHECK_THROWS_AS(insert(given_up), std::runtime_error);
    CHECK(fault_of([&] {
              insert([](std::vector<Bound>& row) {
                  row[0] = "\xFF";
                  return true;
              });
          }) == StoreFault::other);

    CHECK(count_of(connection) == 0);
    CHECK_FALSE(connection.in_transaction());
}

TEST_CASE("a transaction that is not committed leaves nothing", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    {
        Transaction transaction{connection};
        add_item(connection, "lost");
        CHECK(connection.in_transaction());
    }
    CHECK_FALSE(connection.in_transaction());
    {
        Transaction transaction{connection};
        add_item(connection, "kept");
        transaction.commit();
    }

    CHECK(count_of(connection) == 1);
    CHECK(count_of(*fresh.workspace().connect_reader()) == 1);
}

TEST_CASE("transactions do not nest", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Transaction transaction{fresh.writer()};

    CHECK_THROWS_AS(Transaction{fresh.writer()}, ProgramFault);
    CHECK_THROWS_AS(Snapshot{fresh.writer()}, ProgramFault);
}

TEST_CASE("after a savepoint a failed statement costs only what followed it",
          "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    Transaction transaction{connection};
    add_item(connection, "a");

    connection.savepoint("before_copy");
    add_item(connection, "b");
    CHECK(fault_of([&] { add_item(connection, "a"); }) == StoreFault::unique);
    connection.rollback_to("before_copy");
    add_item(connection, "c");
    transaction.commit();

    CHECK(connection.run("SELECT id FROM shop_item WHERE code IN ('a', 'c')") == 2);
    CHECK(count_of(connection) == 2);
}

TEST_CASE("a commit after a failed statement does not pass for one", "[store][connection]") {
    test::FreshWorkspace fresh{test::stores_under_test().back(), {tables}};
    if (fresh.workspace().kind() == StoreKind::sqlite)
        return;  // SQLite takes back the statement alone
    Connection& connection = fresh.writer();
    Transaction transaction{connection};
    add_item(connection, "a");
    CHECK(fault_of([&] { add_item(connection, "a"); }) == StoreFault::unique);

    CHECK(fault_of([&] { transaction.commit(); }) == StoreFault::other);
}

TEST_CASE("a snapshot does not see what others commit meanwhile", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    const auto reader = fresh.workspace().connect_reader();
    {
        const Snapshot snapshot{*reader};
        CHECK(integer_of(snapshot, "SELECT count(*) FROM shop_item") == 0);
        add_item(fresh.writer(), "new");
        CHECK(integer_of(snapshot, "SELECT count(*) FROM shop_item") == 0);
    }

    const Snapshot later{*reader};
    CHECK(integer_of(later, "SELECT count(*) FROM shop_item") == 1);
}

TEST_CASE("a reader neither writes nor changes its settings", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    const auto reader = fresh.workspace().connect_reader();

    CHECK(fault_of([&] { add_item(*reader, "a"); }) == StoreFault::read_only);
    if (fresh.workspace().kind() == StoreKind::sqlite) {
        CHECK(fault_of([&] { reader->run("PRAGMA query_only = OFF"); }) == StoreFault::permission);
        CHECK(fault_of([&] { reader->run("ATTACH ':memory:' AS other"); }) ==
              StoreFault::permission);
    }
}

TEST_CASE("an interrupt ends the running statement, and the next one runs", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();
    const std::string_view endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x % 7 + 1 "
                                     "FROM n) SELECT count(*) FROM n";
    std::atomic<bool> is_over = false;

    std::thread canceller{[&] {
        while (!is_over) {
            connection.interrupt();
            std::this_thread::yield();
        }
    }};
    const StoreFault fault = fault_of([&] { connection.run(endless); });
    is_over = true;
    canceller.join();

    CHECK(fault == StoreFault::interrupted);
    CHECK(count_of(connection) == 0);
}

TEST_CASE("more statements than are kept run as well", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Connection& connection = fresh.writer();

    std::int64_t sum = 0;
    for (int round = 0; round < 2; ++round)
        for (int number = 1; number <= 250; ++number)
            sum += count_of(connection, "SELECT CAST(" + std::to_string(number) + " AS BIGINT)");

    CHECK(sum == 2 * 250 * 251 / 2);
}

TEST_CASE("an inserted row's id is answered", "[store][connection]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store, {tables}};
    Transaction transaction{fresh.writer()};

    const std::int64_t first = insert_returning_id(
        transaction, "INSERT INTO shop_item (code) VALUES (?)", {"a"});
    const std::int64_t second = insert_returning_id(
        transaction, "INSERT INTO shop_item (code) VALUES (?)", {"b"});

    CHECK(second > first);
    CHECK(text_of(transaction, "SELECT code FROM shop_item WHERE id = ?", {second}) == "b");
    CHECK_FALSE(text_of(transaction, "SELECT code FROM shop_item WHERE id = ?", {second + 1}));
    CHECK_FALSE(integer_of(transaction, "SELECT amount_fen FROM shop_item WHERE id = ?", {first}));
}

TEST_CASE("a statement of this program is one statement with all its arguments",
          "[store][connection]") {
    test::FreshWorkspace fresh{StoreKind::sqlite, {tables}};

    CHECK_THROWS_AS(fresh.writer().run("SELECT 1; SELECT 2"), ProgramFault);
    CHECK_THROWS_AS(fresh.writer().run("SELECT ?"), ProgramFault);
}
