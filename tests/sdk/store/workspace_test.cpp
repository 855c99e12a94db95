#include "zhangfang/store/workspace.h"

#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/store/transaction.h"

using namespace zf;

namespace fs = std::filesystem;

static StoreFault fault_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.fault();
    }
    FAIL("no fault");
    return StoreFault::other;
}

static const MigrationSet shop{
    "shop", {{"0001_item", "CREATE TABLE shop_item (id ID_KEY, name TEXT NOT NULL);", "", ""}}};

TEST_CASE("a new workspace opens again with the id it was given", "[store][workspace]") {
    const test::EachStore kind;
    test::FreshWorkspace fresh{kind, {shop}};

    const auto again = Workspace::open(fresh.address(), fresh.sets(), Access::read_only, false);

    CHECK(again->uid().size() == 32);
    CHECK(again->uid() == fresh.workspace().uid());
    CHECK(again->kind() == kind);
    CHECK(again->is_read_only());
    CHECK_FALSE(fresh.workspace().is_read_only());
    CHECK(again->faults(false).empty());
    CHECK(again->faults(true).empty());
}

TEST_CASE("what exists is never replaced by a new workspace", "[store][workspace]") {
    const test::EachStore kind;
    test::FreshWorkspace fresh{kind};

    CHECK(fault_of([&] { Workspace::create(fresh.address(), fresh.sets()); }) ==
          StoreFault::exists);
    CHECK(Workspace::open(fresh.address(), fresh.sets(), Access::read_only, false)->uid() ==
          fresh.workspace().uid());
}

TEST_CASE("a workspace opened for reading gives no writer, and its readers cannot write",
          "[store][workspace]") {
    const test::EachStore kind;
    test::FreshWorkspace fresh{kind, {shop}};

    const auto again = Workspace::open(fresh.address(), fresh.sets(), Access::read_only, false);

    CHECK(fault_of([&] { again->connect_writer(); }) == StoreFault::read_only);
    const auto reader = again->connect_reader();
    CHECK(fault_of([&] { reader->run("INSERT INTO shop_item (name) VALUES (?)", {"rice"}); }) ==
          StoreFault::read_only);
}

TEST_CASE("a workspace without a module's tables is older, and migrates when asked",
          "[store][workspace]") {
    const test::EachStore kind;
    test::FreshWorkspace fresh{kind};
    const std::vector<MigrationSet> more{sdk_migrations(), shop};

    CHECK(fault_of([&] { Workspace::open(fresh.address(), more, Access::read_write, false); }) ==
          StoreFault::older);
    CHECK(fault_of([&] { Workspace::open(fresh.address(), more, Access::read_only, true); }) ==
          StoreFault::older);
    const auto migrated = Workspace::open(fresh.address(), more, Access::read_write, true);

    CHECK(pending_migrations(*migrated->connect_writer(), more).empty());
}

TEST_CASE("a workspace with steps this program does not know is newer", "[store][workspace]") {
    const test::EachStore kind;
    MigrationSet later = shop;
    later.migrations.push_back(
        {"0002_price", "ALTER TABLE shop_item ADD COLUMN price_fen BIGINT;", "", ""});
    test::FreshWorkspace fresh{kind, {later}};

    CHECK(fault_of([&] {
              Workspace::open(fresh.address(), {sdk_migrations(), shop}, Access::read_only, false);
          }) == StoreFault::newer);
    // A module that is switched off keeps its tables.
    CHECK(Workspace::open(fresh.address(), {sdk_migrations()}, Access::read_only, false) !=
          nullptr);
}

TEST_CASE("a place without a workspace is told from one that is damaged", "[store][workspace]") {
    const test::TemporaryFolder folder;
    const std::vector<MigrationSet> sets{sdk_migrations()};
    const auto fault = [&](const char* name) {
        return fault_of(
            [&] { Workspace::open(folder.file(name), sets, Access::read_write, true); });
    };
    std::ofstream{folder.file("empty.zfw")};
    std::ofstream{folder.file("letter.zfw")} << std::string(9000, 'x');
    {
        const auto other = open_sqlite(folder.file("other.zfw"), {.create = true, .archive = true});
        other->script("CREATE TABLE song (title TEXT)");
    }
    const auto before = fs::last_write_time(folder.file("other.zfw"));

    CHECK(fault("nowhere.zfw") == StoreFault::cannot_open);
    CHECK(fault("empty.zfw") == StoreFault::not_a_workspace);
    CHECK(fault("letter.zfw") == StoreFault::not_a_workspace);
    CHECK(fault("other.zfw") == StoreFault::not_a_workspace);
    CHECK(fs::last_write_time(folder.file("other.zfw")) == before);
    CHECK(fs::file_size(folder.file("empty.zfw")) == 0);
}

TEST_CASE("an edited checksum is noticed", "[store][workspace]") {
    const test::EachStore kind;
    test::FreshWorkspace fresh{kind, {shop}};
    MigrationSet edited = shop;
    edited.migrations[0].sql += " ";

    CHECK(
        fault_of([&] {
            Workspace::open(fresh.address(), {sdk_migrations(), edited}, Access::read_only, false);
        }) == StoreFault::corrupt);
}

TEST_CASE("a damaged page is found by the check and named", "[store][workspace]") {
    test::FreshWorkspace fresh{StoreKind::sqlite, {shop}};
    {
        Transaction transaction{fresh.writer()};
        for (int number = 0; number < 2000; ++number)
            fresh.writer().run("INSERT INTO shop_item (name) VALUES (?)", {std::string(40, 'a')});
        transaction.commit();
        fresh.writer().script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string copy = fresh.address() + ".damaged.zfw";
    fs::copy_file(fresh.address(), copy);
    {
        // The last page but one lies in the table of items.
        std::fstream file{copy, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(static_cast<std::streamoff>(fs::file_size(copy)) - 2 * 8192);
        file << std::string(8192, '\xAA');
    }

    const auto damaged = Workspace::open(copy, fresh.sets(), Access::read_only, false);

    CHECK_FALSE(damaged->faults(false).empty());
}

TEST_CASE("a workspace file is private and its parts are cleared away", "[store][workspace]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};

    CHECK(fs::status(fresh.address()).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK_FALSE(fs::exists(fresh.address() + ".new"));
    CHECK(fresh.workspace().files_folder() ==
          fs::path{fresh.address()}.replace_extension(".files").string());
}

TEST_CASE("a file that may not be written opens for reading only", "[store][workspace]") {
    const test::TemporaryFolder folder;
    const std::vector<MigrationSet> sets{sdk_migrations()};
    const std::string path = folder.file("archive.zfw");
    Workspace::create(path, sets);
    fs::permissions(path, fs::perms::owner_read);
    if (std::ofstream{path, std::ios::app}) {
        WARN("This test needs an ordinary user; the superuser may write everywhere.");
        return;
    }

    CHECK(fault_of([&] { Workspace::open(path, sets, Access::read_write, false); }) ==
          StoreFault::read_only);
    CHECK(Workspace::open(path, sets, Access::read_only, false)->is_read_only());
}

TEST_CASE("a text file may name a workspace on a server", "[store][workspace]") {
    if (test::stores_under_test().size() < 2) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    const test::TemporaryFolder folder;
    std::ofstream{folder.file("unit.zfw")} << fresh.address() << '\n';

    const auto opened = Workspace::open(folder.file("unit.zfw"), fresh.sets(), Access::read_only,
                                        false);

    CHECK(opened->uid() == fresh.workspace().uid());
}
