#include <filesystem>
#include <fstream>

#include "faults/canteen.h"
#include "support/catch.h"
#include "zhangfang/backup/backup.h"
#include "zhangfang/store/migration.h"

using namespace zf;
using test::Canteen;
using test::State;
namespace fs = std::filesystem;

namespace {

// As a program wrote it that did not yet know the newest step of bookkeeping.
void make_older(const Canteen& canteen) {
    const std::string newest = test::modules().migrations().back().migrations.back().name;
    const auto connection = open_sqlite(canteen.address(), {});
    REQUIRE(connection->run("DELETE FROM zf_migration WHERE module = 'bookkeeping' AND name = ?",
                            {newest}) == 1);
    connection->script("DROP TABLE bk_agreement");
}

std::vector<fs::path> backups_beside(const Canteen& canteen) {
    std::vector<fs::path> found;
    for (const auto& each : fs::directory_iterator{canteen.folder()})
        if (each.path().extension() == ".zfb") found.push_back(each.path());
    return found;
}

Result<std::unique_ptr<host::OpenWorkspace>> open(const Canteen& canteen, Access access) {
    return host::OpenWorkspace::open(test::modules(), canteen.address(), access, {},
                                     Environment::system());
}

}  // namespace

TEST_CASE("an older workspace is kept in a verified backup before it is brought up to date",
          "[faults][P13]") {
    Canteen canteen{State::entered};
    canteen.close();
    make_older(canteen);

    auto opened = open(canteen, Access::read_write);

    REQUIRE(opened.has_value());
    REQUIRE((*opened)->said().has_value());
    const auto backups = backups_beside(canteen);
    REQUIRE(backups.size() == 1);
    CHECK(test::modules().catalogue().text(*(*opened)->said()) ==
          "The workspace was brought up to date. As it was before, it is kept in a verified "
          "backup: " +
              backups.front().string());
    const auto verified = verify_backup(backups.front().string(), {}, {});
    REQUIRE(verified.has_value());
    CHECK(verified->reason == "before-migration");
    CHECK(verified->row_counts.at("zf_voucher") == 3);
    CHECK_FALSE(verified->row_counts.contains("bk_agreement"));
    opened->reset();
    canteen.reopen();  // now it is up to date: nothing more is said or kept
    CHECK_FALSE(canteen.open().said().has_value());
    CHECK(backups_beside(canteen).size() == 1);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("an older workspace is not migrated where no backup can be made", "[faults][P13]") {
    Canteen canteen{State::entered};
    canteen.close();
    make_older(canteen);
    const std::string before = test::content_of(canteen.address());
    Environment environment = Environment::system();
    environment.now = [] { return std::string{"2008-01-31T08:00:05Z"}; };
    const fs::path taken = canteen.folder() / "workspace_20080131-080005_before-migration.zfb";
    std::ofstream{taken} << "somebody else's";

    const auto opened = host::OpenWorkspace::open(test::modules(), canteen.address(),
                                                  Access::read_write, {}, environment);

    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "backup.exists");
    CHECK(test::content_of(taken) == "somebody else's");
    CHECK(test::content_of(canteen.address()) == before);
}

TEST_CASE("who only reads an older workspace is told so, and nothing is made", "[faults][P13]") {
    Canteen canteen{State::entered};
    canteen.close();
    make_older(canteen);

    const auto opened = open(canteen, Access::read_only);

    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "store.older");
    CHECK(backups_beside(canteen).empty());
}
