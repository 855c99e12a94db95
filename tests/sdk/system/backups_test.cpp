#include <filesystem>
#include <fstream>

#include "sdk/system/system_bench.h"

using namespace zf;
using test::first_code;
using test::SystemBench;

namespace {

Record only_row(const Outcome& outcome) {
    const List& rows = outcome.result.get("rows").as<List>();
    REQUIRE(rows.size() == 1);
    return rows[0].as<Record>();
}

Outcome make(SystemBench& bench, const Session& chief, const test::TemporaryFolder& folder) {
    return bench.run("backup.make",
                     {{"folder", folder.path().string()}, {"passphrase", "four black hens"}},
                     chief);
}

}  // namespace

TEST_CASE("a backup is made, listed, verified and proven by a drill", "[system][backups]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    const test::TemporaryFolder folder;

    const Outcome made = make(bench, chief, folder);

    REQUIRE(made.is_done());
    const std::string file = made.result.get("file").as<std::string>();
    CHECK(file == folder.file("workspace_20080131-080000_manual.zfb"));
    const Record listed = only_row(bench.run("backup.list", {}, chief));
    CHECK(listed.get("file") == Value{file});
    CHECK(listed.get("verified_at") == Value{"2008-01-31T08:00:00Z"});
    CHECK(listed.get("drilled_at") == Value{""});
    CHECK(listed.get("is_there") == Value{true});

    const Record secret{{"file", file}, {"passphrase", "four black hens"}};
    CHECK(bench.run("backup.verify", secret, chief).is_done());
    // The newest verified one, when none is named.
    const Record passphrase{{"passphrase", "four black hens"}};
    CHECK(first_code(bench.run("backup.drill", passphrase, chief)).empty());
    CHECK(only_row(bench.run("backup.list", {}, chief)).get("drilled_at") ==
          Value{"2008-01-31T08:00:00Z"});
    // The passphrase stands nowhere.
    CHECK(bench.commands().integer(
              "SELECT COUNT(*) FROM zf_audit_entry WHERE payload LIKE '%hens%'") == 0);
}

TEST_CASE("a backup that is spoilt is not verified", "[system][backups]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    const test::TemporaryFolder folder;
    const Outcome made = make(bench, chief, folder);
    REQUIRE(made.is_done());
    const std::string file = made.result.get("file").as<std::string>();

    CHECK(first_code(bench.run("backup.verify", {{"file", file}, {"passphrase", "guess"}},
                               chief)) == "backup.wrong_passphrase");
    std::fstream damage{file, std::ios::in | std::ios::out | std::ios::binary};
    damage.seekp(-1, std::ios::end);
    damage.put('\x7f');
    damage.close();
    CHECK(first_code(bench.run("backup.verify", {{"file", file}, {"passphrase", "four black hens"}},
                               chief)) == "backup.damaged");
    std::filesystem::remove(file);
    CHECK(only_row(bench.run("backup.list", {}, chief)).get("is_there") == Value{false});
}

TEST_CASE("a backup goes only where a folder can be made", "[system][backups]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    const test::TemporaryFolder folder;
    const std::string file = folder.write("file", "x");

    CHECK(first_code(bench.run("backup.make", {{"folder", file + "/below"}}, chief)) ==
          "backup.folder");
    CHECK(first_code(bench.run("backup.drill", {}, chief)) == "backup.none");
    CHECK(bench.commands().last_payload().get("outcome") == Value{"refused"});
}

TEST_CASE("who may not back up does not", "[system][backups]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    const Session clerk = bench.added(chief, "clerk");
    const test::TemporaryFolder folder;

    CHECK(make(bench, clerk, folder).status == Status::not_permitted);
    CHECK(std::filesystem::is_empty(folder.path()));
}
