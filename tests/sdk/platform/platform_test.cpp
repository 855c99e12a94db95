#include "zhangfang/platform/platform.h"

#include <clocale>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/platform/utf8_text.h"

using namespace zf;

namespace fs = std::filesystem;

static constexpr fs::perms owner_file = fs::perms::owner_read | fs::perms::owner_write;

// A variable of the environment for the life of one test.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_{name} {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() {
        if (before_)
            ::setenv(name_, before_->c_str(), 1);
        else
            ::unsetenv(name_);
    }

private:
    const char* name_;
    std::optional<std::string> before_;
};

TEST_CASE("a Chinese argument is understood in a locale that is not installed", "[platform]") {
    const std::string before = std::setlocale(LC_CTYPE, nullptr);
    const Variable all{"LC_ALL", ""}, language{"LANG", ""}, messages{"LC_MESSAGES", ""},
        type{"LC_CTYPE", ""};
    const auto characters = [] {
        platform::use_utf8_text();
        return std::mbstowcs(nullptr, "三中队.zfw", 0);
    };

    for (const char* const missing : {"zh_CN.UTF-9", "C"}) {
        ::setenv("LANG", missing, 1);
        ::setenv("LC_CTYPE", "", 1);
        CHECK(characters() == 7);
        CHECK(std::getenv("LANG") == std::string{missing});
    }
    ::setenv("LC_CTYPE", "", 1);
    ::setenv("LC_ALL", "zh_TW.Big6", 1);
    CHECK(characters() == 7);
    CHECK(std::getenv("LC_MESSAGES") == std::string{"zh_TW.Big6"});  // its language is not lost
    std::setlocale(LC_CTYPE, before.c_str());
}

TEST_CASE("a private file is its owner's alone, and is never made over another", "[platform]") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "token";

    CHECK(platform::create_private_file(file));
    CHECK(fs::status(file).permissions() == owner_file);
    CHECK(platform::is_private_file(file));
    CHECK_FALSE(platform::create_private_file(file));

    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    CHECK_FALSE(platform::is_private_file(file));
    CHECK_THROWS_AS(platform::is_private_file(folder.path() / "none"), std::system_error);
    CHECK_FALSE(platform::is_private_file(folder.path()));
    CHECK_THROWS_AS(platform::create_private_file(folder.path() / "no" / "folder"),
                    std::system_error);
}

TEST_CASE("a private file is replaced as a whole", "[platform]") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "session";
    folder.write("session", "an older and longer text");
    folder.write("session.part", "left by a crash");

    platform::replace_private_file(file, "new\n");

    CHECK(test::content_of(file) == "new\n");
    CHECK(platform::is_private_file(file));
    CHECK_FALSE(fs::exists(folder.path() / "session.part"));
    CHECK_THROWS_AS(platform::replace_private_file(folder.path(), "x"), std::system_error);
    CHECK(fs::is_directory(folder.path()));
}

TEST_CASE("private folders are made with those above them", "[platform]") {
    const test::TemporaryFolder folder;
    const fs::path wanted = folder.path() / "a" / "b" / "drafts";

    platform::create_private_folder(wanted);
    platform::create_private_folder(wanted);

    CHECK(fs::status(wanted).permissions() == fs::perms::owner_all);
    folder.write("file", "");
    CHECK_THROWS_AS(platform::create_private_folder(folder.path() / "file"), std::system_error);
}

TEST_CASE("temporary folders are private and differ", "[platform]") {
    const test::TemporaryFolder folder;

    const fs::path first = platform::create_temporary_folder("zf-sort", folder.path());
    const fs::path second = platform::create_temporary_folder("zf-sort", folder.path());

    CHECK(first != second);
    CHECK(first.parent_path() == folder.path());
    CHECK(first.filename().string().starts_with("zf-sort-"));
    CHECK(fs::status(first).permissions() == fs::perms::owner_all);
}

TEST_CASE("a file gets its final name only where nothing has it", "[platform]") {
    const test::TemporaryFolder folder;
    const fs::path part = folder.write("backup.part", "new");
    const fs::path taken = folder.write("taken.zfb", "old");

    CHECK_FALSE(platform::rename_without_replacing(part, taken));
    CHECK(test::content_of(taken) == "old");
    CHECK(platform::rename_without_replacing(part, folder.path() / "free.zfb"));
    CHECK(test::content_of(folder.path() / "free.zfb") == "new");
    CHECK_FALSE(fs::exists(part));
    CHECK_THROWS_AS(platform::rename_without_replacing(part, folder.path() / "x"),
                    std::system_error);
}

TEST_CASE("a lock is held by one, and let go with its holder", "[platform]") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "outbox.lock";

    std::optional<platform::FileLock> held = platform::FileLock::try_lock(file);
    REQUIRE(held);
    CHECK_FALSE(platform::FileLock::try_lock(file));
    platform::FileLock moved = *std::move(held);
    held.reset();
    CHECK_FALSE(platform::FileLock::try_lock(file));
    { const platform::FileLock last = std::move(moved); }
    CHECK(platform::FileLock::try_lock(file));
}

TEST_CASE("what is synced must be there", "[platform]") {
    const test::TemporaryFolder folder;
    folder.write("file", "x");

    CHECK_NOTHROW(platform::sync_file(folder.path() / "file"));
    CHECK_NOTHROW(platform::sync_folder(folder.path()));
    CHECK_THROWS_AS(platform::sync_file(folder.path() / "none"), std::system_error);
    CHECK_THROWS_AS(platform::sync_folder(folder.path() / "file"), std::system_error);
}

TEST_CASE("folders of the user follow the variables of the desktop", "[platform]") {
    const Variable home{"HOME", "/home/li"};
    const Variable data{"XDG_DATA_HOME", "/data"};
    const Variable config{"XDG_CONFIG_HOME", "relative"};  // invalid by the specification
    const Variable state{"XDG_STATE_HOME", ""};

    CHECK(platform::user_data_folder() == "/data/zhangfang");
    CHECK(platform::user_config_folder() == "/home/li/.config/zhangfang");
    CHECK(platform::user_state_folder() == "/home/li/.local/state/zhangfang");
}

TEST_CASE("the program knows where it lies and on which computer", "[platform]") {
    CHECK(platform::executable_path().is_absolute());
    CHECK(fs::is_regular_file(platform::executable_path()));
    CHECK_FALSE(platform::host_name().empty());
    CHECK(platform::machine_id() == platform::machine_id());
    CHECK_FALSE(platform::machine_id().empty());
    CHECK(platform::process_id() > 1);
}

TEST_CASE("a folder of this computer is no share, nor is what will lie in it", "[platform]") {
    const test::TemporaryFolder folder;

    CHECK_FALSE(platform::is_remote_filesystem(folder.path()));
    CHECK_FALSE(platform::is_remote_filesystem(folder.path() / "later" / "unit.zfw"));
}
