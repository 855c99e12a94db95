#include "zhangfang/backup/backup.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "support/temporary_folder.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/command/progress.h"

using namespace zf;

namespace {

constexpr const char* now = "2008-01-31T08:00:00Z";

void add_operator(test::FreshWorkspace& fresh, const std::string& login) {
    Transaction transaction{fresh.writer()};
    const OperatorStore store{transaction};
    REQUIRE(store.add(transaction, {.login = login, .name = "司务长"}, {.now = now}).has_value());
    AuditTrail{transaction}.append(
        transaction,
        {.at = now, .operator_name = "司务长", .command = "operator.add", .payload = "{}"}, "");
    transaction.commit();
}

BackupOptions options_for(const std::filesystem::path& file, std::string passphrase = {}) {
    return {.path = file.string(),
            .reason = "manual",
            .label = "初始化",
            .now = now,
            .program_version = "1.0.0",
            .passphrase = std::move(passphrase)};
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
}

std::string login_in(const std::string& address, const std::vector<MigrationSet>& sets) {
    const auto restored = Workspace::open(address, sets, Access::read_only, false);
    const auto reader = restored->connect_reader();
    const Snapshot snapshot{*reader};
    const auto all = OperatorStore{snapshot}.all();
    return all.size() == 1 ? all.front().login : std::string{};
}

}  // namespace

TEST_CASE("what is backed up from one store is restored into either, and equal", "[backup]") {
    const StoreKind from = GENERATE_COPY(from_range(test::stores_under_test()));
    const StoreKind to = GENERATE_COPY(from_range(test::stores_under_test()));
    const std::string passphrase = GENERATE("", "a long passphrase of the unit");
    test::FreshWorkspace fresh{from};
    add_operator(fresh, "siwuzhang");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "canteen.zfb";

    const auto made = make_backup(fresh.workspace(), options_for(file, passphrase), {});

    REQUIRE(made.has_value());
    CHECK(made->is_encrypted == !passphrase.empty());
    CHECK(made->chain_sequence == 1);
    CHECK(made->row_counts.at("zf_operator") == 1);
    const test::FreshPlace place{to};
    const auto restored = restore_backup(file.string(), passphrase, place.address(), fresh.sets(),
                                         {});
    REQUIRE(restored.has_value());
    CHECK(restored->workspace_uid == fresh.workspace().uid());
    CHECK(login_in(place.address(), fresh.sets()) == "siwuzhang");
}

TEST_CASE("a trail of many entries is restored with its head, and goes on from there", "[backup]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    for (const char* login : {"first", "second", "third"}) add_operator(fresh, login);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const test::FreshPlace place{store};

    REQUIRE(restore_backup(file.string(), "", place.address(), fresh.sets(), {}).has_value());

    const auto restored = Workspace::open(place.address(), fresh.sets(), Access::read_write, false);
    const auto writer = restored->connect_writer();
    Transaction transaction{*writer};
    const AuditTrail trail{transaction};
    CHECK(trail.head_sequence() == 3);
    CHECK(trail.append(transaction,
                       {.at = now, .operator_name = "司务长", .command = "a.b", .payload = "{}"},
                       "") == 4);
}

TEST_CASE("a restored workspace goes on numbering after the highest row", "[backup]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    add_operator(fresh, "first");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const test::FreshPlace place{store};
    REQUIRE(restore_backup(file.string(), "", place.address(), fresh.sets(), {}).has_value());

    const auto restored = Workspace::open(place.address(), fresh.sets(), Access::read_write, false);
    const auto writer = restored->connect_writer();
    Transaction transaction{*writer};
    const auto second = OperatorStore{transaction}.add(
        transaction, {.login = "second", .name = "主管"}, {.now = now});

    REQUIRE(second.has_value());
    CHECK(second->id.value == 2);
}

TEST_CASE("a backup is never written over a file that exists", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    write(file, "kept");

    const auto made = make_backup(fresh.workspace(), options_for(file), {});

    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == "backup.exists");
    CHECK(bytes_of(file) == "kept");
}

TEST_CASE("one changed byte anywhere is noticed", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    add_operator(fresh, "siwuzhang");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    const std::string passphrase = GENERATE("", "passphrase");
    REQUIRE(make_backup(fresh.workspace(), options_for(file, passphrase), {}).has_value());
    const std::string whole = bytes_of(file);
    const auto byte = [&](std::size_t at) -> std::size_t {
        return static_cast<unsigned char>(whole[at]);
    };
    const std::size_t header_end = 8 + (byte(6) << 8 | byte(7));
    // A byte of the first chunk, one in the middle and the very last.
    for (const std::size_t place :
         {header_end + 9, (header_end + whole.size()) / 2, whole.size() - 1}) {
        std::string changed = whole;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        const auto copy = folder.path() / "changed.zfb";
        write(copy, changed);

        const auto verified = verify_backup(copy.string(), passphrase, {});

        CAPTURE(place);
        CHECK_FALSE(verified.has_value());
    }
}

TEST_CASE("a backup that was cut off, or has something behind it, is damaged", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const std::string whole = bytes_of(file);
    const auto copy = folder.path() / "copy.zfb";

    write(copy, whole.substr(0, whole.size() - 1));
    CHECK(verify_backup(copy.string(), "", {}).error().code == "backup.damaged");
    write(copy, whole + "x");
    CHECK(verify_backup(copy.string(), "", {}).error().code == "backup.damaged");
    write(copy, whole);
    CHECK(verify_backup(copy.string(), "", {}).has_value());
}

TEST_CASE("another passphrase does not open a backup", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file, "right"), {}).has_value());

    CHECK(verify_backup(file.string(), "wrong", {}).error().code == "backup.wrong_passphrase");
    CHECK(verify_backup(file.string(), "right", {}).has_value());
}

TEST_CASE("a foreign file and one of a newer program are named as such", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    std::string whole = bytes_of(file);

    write(folder.path() / "letter.zfb", "Dear quartermaster");
    CHECK(read_backup_header((folder.path() / "letter.zfb").string()).error().code ==
          "backup.not_a_backup");
    const std::size_t format = whole.find("\"format\":1");
    REQUIRE(format != std::string::npos);
    whole[format + 9] = '2';
    write(folder.path() / "newer.zfb", whole);
    CHECK(read_backup_header((folder.path() / "newer.zfb").string()).error().code ==
          "backup.newer");
}

TEST_CASE("what was restored otherwise than it was backed up is removed again", "[backup]") {
    const std::string table = "CREATE TABLE shop_item (id ID_KEY, name TEXT NOT NULL);";
    const std::string spoils = R"(
        CREATE TRIGGER shop_item_spoils AFTER INSERT ON shop_item
        BEGIN UPDATE shop_item SET name = 'salt' WHERE id = NEW.id; END;)";
    test::FreshWorkspace fresh{StoreKind::sqlite, {{"shop", {{"0001_item", table, "", ""}}}}};
    fresh.writer().run("INSERT INTO shop_item (name) VALUES ('rice')");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const auto target = folder.path() / "new.zfw";
    const std::vector<MigrationSet> others{sdk_migrations(),
                                           {"shop", {{"0001_item", table + spoils, "", ""}}}};

    const auto restored = restore_backup(file.string(), "", target.string(), others, {});

    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().code == "backup.not_equal");
    CHECK_FALSE(std::filesystem::exists(target));
}

TEST_CASE("what a killed restore left on a server opens as no workspace and gives way to the next",
          "[backup]") {
    if (test::stores_under_test().size() < 2) return;
    test::FreshWorkspace fresh{StoreKind::sqlite};
    add_operator(fresh, "siwuzhang");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "canteen.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const test::FreshPlace place{StoreKind::postgresql};
    Workspace::create(place.address(), fresh.sets())
        ->connect_writer()
        ->run("DELETE FROM zf_workspace");  // as far as the killed one came
    try {
        Workspace::open(place.address(), fresh.sets(), Access::read_write, false);
        FAIL("it was opened");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::not_a_workspace);
    }

    const auto restored = restore_backup(file.string(), "", place.address(), fresh.sets(), {});

    REQUIRE(restored.has_value());
    CHECK(login_in(place.address(), fresh.sets()) == "siwuzhang");
    const auto again = [&] {
        return restore_backup(file.string(), "", place.address(), fresh.sets(), {});
    };
    CHECK_THROWS_AS(again(), StoreError);  // a whole workspace is left as it is
    CHECK(login_in(place.address(), fresh.sets()) == "siwuzhang");
}

TEST_CASE("a restore that is cancelled leaves nothing on the server", "[backup]") {
    if (test::stores_under_test().size() < 2) return;
    test::FreshWorkspace fresh{StoreKind::sqlite};
    add_operator(fresh, "siwuzhang");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "canteen.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const test::FreshPlace place{StoreKind::postgresql};
    const auto cancel = [](std::int64_t, std::int64_t total) {
        if (total == 0) throw Cancelled{};  // rows are counted up to nothing known
    };

    CHECK_THROWS_AS(restore_backup(file.string(), "", place.address(), fresh.sets(), cancel),
                    Cancelled);

    CHECK(restore_backup(file.string(), "", place.address(), fresh.sets(), {}).has_value());
}

TEST_CASE("restoring never touches a file that exists", "[backup]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "w.zfb";
    REQUIRE(make_backup(fresh.workspace(), options_for(file), {}).has_value());
    const auto target = folder.path() / "there.zfw";
    write(target, "kept");

    const auto restored = restore_backup(file.string(), "", target.string(), fresh.sets(), {});

    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().code == "backup.target_exists");
    CHECK(bytes_of(target) == "kept");
}
