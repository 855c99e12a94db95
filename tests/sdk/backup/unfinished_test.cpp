#include "zhangfang/backup/unfinished.h"

#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/platform/platform.h"

using namespace zf;

namespace fs = std::filesystem;

static fs::path notes() {
    return platform::user_state_folder() / "unfinished";
}

// What a process that is killed while it works leaves behind.
template <class Work>
static void die_over(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);  // no destructor runs, as with kill -9
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
}

TEST_CASE("what is under way goes with its object and leaves no note", "[backup]") {
    const test::TemporaryFolder folder;
    fs::path place;
    {
        const UnfinishedFolder open_copy{"zhangfang-backup", folder.path()};
        place = open_copy.path();
        std::ofstream{place / "backup.db"} << "figures";
        CHECK((fs::status(place).permissions() & fs::perms::group_all) == fs::perms::none);
        CHECK_FALSE(fs::is_empty(notes()));
        remove_unfinished();  // its program is alive
        CHECK(fs::exists(place / "backup.db"));
    }
    CHECK_FALSE(fs::exists(place));
    CHECK(fs::is_empty(notes()));
}

TEST_CASE("what a killed program had under way is removed at the next occasion", "[backup]") {
    const test::TemporaryFolder folder;
    const fs::path restoring = folder.path() / "unit.zfw.restoring";
    die_over([&] {
        new Unfinished{restoring};
        std::ofstream{restoring} << "figures";
        std::ofstream{restoring.string() + "-wal"} << "figures";
    });
    REQUIRE(fs::exists(restoring));

    remove_unfinished();

    CHECK(fs::is_empty(folder.path()));
    CHECK(fs::is_empty(notes()));
}

TEST_CASE("what lies on a stick that was pulled out stays noted", "[backup]") {
    const test::TemporaryFolder folder;
    const fs::path stick = folder.path() / "stick", away = folder.path() / "away";
    fs::create_directory(stick);
    die_over([&] {
        new Unfinished{stick / "part"};
        std::ofstream{stick / "part"} << "figures";
    });
    fs::rename(stick, away);
    remove_unfinished();
    CHECK_FALSE(fs::is_empty(notes()));

    fs::rename(away, stick);
    remove_unfinished();

    CHECK(fs::is_empty(stick));
    CHECK(fs::is_empty(notes()));
}
