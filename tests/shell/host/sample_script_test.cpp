#include "host/sample_script.h"

#include <fstream>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace zf;

namespace {

Result<host::SampleScript> script_whose_step_is_by(const std::string& login) {
    const test::TemporaryFolder folder;
    std::ofstream{folder.file("steps.jsonl")}
        << R"({"workspace": "c.zfw", "book": {"code": "canteen"}, "keeper": {"login": "qm"}})"
        << "\n"
        << R"({"as": ")" << login << R"(", "command": "bk.month.post"})"
        << "\n";
    return host::read_script(folder.path(), folder.path());
}

}  // namespace

TEST_CASE("a sample's step is somebody's whom the sample names", "[host][sample]") {
    CHECK(script_whose_step_is_by("qm").has_value());
    REQUIRE_FALSE(script_whose_step_is_by("stranger").has_value());
    CHECK(script_whose_step_is_by("stranger").error().code == "sample.bad_script");
    CHECK_FALSE(script_whose_step_is_by("").has_value());
}
