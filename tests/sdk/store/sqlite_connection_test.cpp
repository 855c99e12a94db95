#include <filesystem>

#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/store/transaction.h"

using namespace zf;

static std::string setting(Connection& connection, const std::string& name) {
    std::string value;
    connection.run("PRAGMA " + name, {}, [&](const Row& row) { value = row.text(0); });
    return value;
}

TEST_CASE("a workspace's writer survives a power cut and trusts no file", "[store][sqlite]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    Connection& writer = fresh.writer();

    CHECK(setting(writer, "journal_mode") == "wal");
    CHECK(setting(writer, "synchronous") == "2");  // FULL
    CHECK(setting(writer, "page_size") == "8192");
    CHECK(setting(writer, "foreign_keys") == "1");
    CHECK(setting(writer, "trusted_schema") == "0");
    CHECK(setting(writer, "cell_size_check") == "1");
    CHECK(setting(writer, "recursive_triggers") == "1");
    CHECK(setting(writer, "temp_store") == "2");  // MEMORY
    CHECK(setting(writer, "cache_size") == "-65536");
    CHECK(setting(writer, "busy_timeout") == "5000");
    CHECK(setting(writer, "application_id") == std::to_string(0x5A46424B));
    CHECK(setting(writer, "user_version") != "0");
    writer.script("PRAGMA writable_schema = ON");
    CHECK_THROWS_AS(writer.run("DELETE FROM sqlite_schema"), StoreError);  // defensive
}

TEST_CASE("a reader only asks", "[store][sqlite]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const auto reader = fresh.workspace().connect_reader();

    CHECK(setting(*reader, "query_only") == "1");
    CHECK(setting(*reader, "foreign_keys") == "1");
}

TEST_CASE("an archive is whole in one file", "[store][sqlite]") {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("copy.db");
    {
        const auto archive = open_sqlite(path, {.create = true, .archive = true});
        archive->script("CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('a')");
        CHECK(setting(*archive, "journal_mode") == "delete");
        CHECK_FALSE(std::filesystem::exists(path + "-wal"));
    }

    std::int64_t songs = 0;
    open_sqlite(path, {.read_only = true})
        ->run("SELECT count(*) FROM song", {}, [&](const Row& row) { songs = row.integer(0); });
    CHECK(songs == 1);
}

TEST_CASE("two writers take turns, and a reader is never in the way", "[store][sqlite]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const auto second = fresh.workspace().connect_writer();
    const auto reader = fresh.workspace().connect_reader();
    second->script("PRAGMA busy_timeout = 0");
    const Snapshot snapshot{*reader};
    Transaction transaction{fresh.writer()};

    try {
        second->begin_write();
        FAIL("two at once");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::busy);
    }
    transaction.commit();
    second->begin_write();
    second->commit();
}

TEST_CASE("a reader that wants to write after others did is told to start anew",
          "[store][sqlite]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const auto second = fresh.workspace().connect_writer();
    second->begin_read();
    fresh.writer().run("UPDATE zf_workspace SET created_at = 'x'");

    try {
        second->run("UPDATE zf_workspace SET created_at = 'y'");
        FAIL("an old snapshot was written on");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::retry);
    }
}
