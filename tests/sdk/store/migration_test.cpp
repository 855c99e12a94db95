#include "zhangfang/store/migration.h"

#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/store/transaction.h"

using namespace zf;

static std::vector<std::string> names_of(const std::vector<PendingMigration>& pending) {
    std::vector<std::string> names;
    for (const PendingMigration& each : pending) names.push_back(each.module + " " + each.name);
    return names;
}

static const Migration first{"0001_item", "CREATE TABLE shop_item (id ID_KEY, code TEXT);", "", ""};
static const Migration second{"0002_price", "ALTER TABLE shop_item ADD COLUMN price_fen BIGINT;",
                              "", ""};

TEST_CASE("what is missing runs in the order of the steps, once", "[store][migration]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    const std::vector<MigrationSet> sets{{"shop", {first, second}}};
    CHECK(names_of(pending_migrations(fresh.writer(), sets)) ==
          std::vector<std::string>{"shop 0001_item", "shop 0002_price"});

    migrate(fresh.writer(), sets);
    migrate(fresh.writer(), sets);

    CHECK(pending_migrations(fresh.writer(), sets).empty());
    CHECK(fresh.writer().run("SELECT name FROM zf_migration WHERE module = 'shop'") == 2);
    fresh.writer().run("INSERT INTO shop_item (code, price_fen) VALUES ('a', 1)");
}

TEST_CASE("a step that fails leaves nothing, and those before it stay", "[store][migration]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    const Migration broken{
        "0002_price", "ALTER TABLE shop_item ADD COLUMN price_fen BIGINT; SELECT broken;", "", ""};

    CHECK_THROWS_AS(migrate(fresh.writer(), {{"shop", {first, broken}}}), StoreError);

    CHECK(names_of(pending_migrations(fresh.writer(), {{"shop", {first, broken}}})) ==
          std::vector<std::string>{"shop 0002_price"});
    CHECK_FALSE(fresh.writer().in_transaction());
    migrate(fresh.writer(), {{"shop", {first, second}}});
    fresh.writer().run("INSERT INTO shop_item (code, price_fen) VALUES ('a', 1)");
}

TEST_CASE("the three words become what each store needs", "[store][migration]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    migrate(fresh.writer(), {{"shop",
                              {{"0001_words",
                                R"(-- ID_KEY and BYTES in a comment stay as they are
                                   CREATE TABLE shop_word (
                                       id ID_KEY, photo BYTES, BYTES_READ TEXT DEFAULT 'BYTES');
                                   CREATE TABLE shop_place (
                                       a BIGINT, b BIGINT, PRIMARY KEY (a, b)) CLUSTERED;)",
                                "", ""}}}});
    Connection& connection = fresh.writer();

    connection.run("INSERT INTO shop_word (photo) VALUES (?)", {Bytes{std::byte{0}}});

    connection.run("SELECT id, photo, BYTES_READ FROM shop_word", {}, [](const Row& row) {
        CHECK(row.integer(0) == 1);
        CHECK(row.bytes(1).size() == 1);
        CHECK(row.text(2) == "BYTES");
    });
    if (store == StoreKind::sqlite) {
        CHECK(connection.run("SELECT 1 FROM sqlite_schema WHERE name = 'shop_place' AND sql LIKE "
                             "'%WITHOUT ROWID%'") == 1);
        CHECK(connection.run("SELECT 1 FROM sqlite_schema WHERE name = 'shop_word' AND sql LIKE "
                             "'%AUTOINCREMENT%'") == 1);
    }
}

TEST_CASE("where the stores differ, each runs its own text", "[store][migration]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    const std::vector<MigrationSet> sets{
        {"shop",
         {{"0001_mark", "", "CREATE TABLE shop_mark AS SELECT 'sqlite' AS made_by",
           "CREATE TABLE shop_mark AS SELECT CAST('postgresql' AS TEXT) AS made_by"}}}};

    migrate(fresh.writer(), sets);

    const Snapshot snapshot{fresh.writer()};
    CHECK(text_of(snapshot, "SELECT made_by FROM shop_mark") ==
          (store == StoreKind::sqlite ? "sqlite" : "postgresql"));
}

TEST_CASE("a module switched off is left alone, an unknown step is newer", "[store][migration]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    migrate(fresh.writer(), {{"shop", {first, second}}});

    CHECK(pending_migrations(fresh.writer(), {sdk_migrations()}).empty());
    try {
        pending_migrations(fresh.writer(), {{"shop", {first}}});
        FAIL("a step was passed over");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::newer);
    }
    Migration edited = second;
    edited.sql += "-- better";
    try {
        migrate(fresh.writer(), {{"shop", {first, edited}}});
        FAIL("an edited file was taken");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::corrupt);
    }
}
