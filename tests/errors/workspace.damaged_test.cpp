#include <fstream>
#include <sstream>

#include "cli/program.h"
#include "errors/english_modules.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace zf;
namespace fs = std::filesystem;

namespace {

struct Told {
    int code = 0;
    std::string output, errors;
};

Told tell(const std::vector<std::string>& words) {
    std::istringstream in;
    std::ostringstream out, errors;
    cli::Program program{
        test::english_modules(), Environment::system(), {.in = in, .out = out, .errors = errors}};
    const int code = program.run(words);
    return {code, out.str(), errors.str()};
}

}  // namespace

TEST_CASE("a workspace with a torn page is told apart from a sound one", "[errors][workspace]") {
    const test::TemporaryFolder folder;
    const std::string file = folder.file("unit.zfw");
    const std::string password = folder.write("password", "seven brown geese");
    fs::permissions(password, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(tell({"workspace", "create", file, "--login", "admin", "--name", "Li",
                  "--password-file", password})
                .code == 0);
    CHECK(tell({"-w", file, "workspace", "check"}).code == 0);
    {
        // The last page lies in one of the tables that were made last, all of them empty.
        constexpr std::streamoff page = 8192;
        std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(static_cast<std::streamoff>(fs::file_size(file)) - page);
        stream << std::string(page, '\xAA');
    }

    const Told checked = tell({"-w", file, "workspace", "check"});

    CHECK(checked.code == 1);
    CHECK(checked.errors.find("workspace.damaged") != std::string::npos);
    CHECK(checked.errors.find("Restore the last verified backup beside it.") != std::string::npos);
}
