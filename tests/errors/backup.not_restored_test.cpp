#include <cstdlib>

#include "errors/english_modules.h"
#include "host/restoring.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace zf;

namespace {

// While it lives, there is no folder for temporary files.
class NoTemporaryFiles {
public:
    explicit NoTemporaryFiles(const std::string& nowhere) {
        if (const char* set = std::getenv("TMPDIR")) before_ = set;
        setenv("TMPDIR", nowhere.c_str(), 1);
    }
    ~NoTemporaryFiles() {
        if (before_.empty())
            unsetenv("TMPDIR");
        else
            setenv("TMPDIR", before_.c_str(), 1);
    }
    NoTemporaryFiles(const NoTemporaryFiles&) = delete;
    NoTemporaryFiles& operator=(const NoTemporaryFiles&) = delete;

private:
    std::string before_;
};

}  // namespace

TEST_CASE("where nothing can be written, nothing is restored", "[errors][backup]") {
    const test::TemporaryFolder folder;
    const std::string target = folder.file("new.zfw");
    const host::Modules& modules = test::english_modules();
    const NoTemporaryFiles nowhere{folder.file("absent")};

    const auto restored = host::restore(modules, folder.file("any.zfb"), {}, target, {});

    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().code == "backup.not_restored");
    CHECK(modules.catalogue().text(restored.error().text) ==
          "The backup cannot be restored into " + target +
              " (No such file or directory). Nothing was kept; the backup is untouched. Make room "
              "there and "
              "in the folder for temporary files, or choose another place.");
    CHECK_FALSE(std::filesystem::exists(target));
}
