#include "errors/english_modules.h"
#include "errors/written_sample.h"
#include "support/catch.h"

using namespace zf;

namespace {

std::string sentence_of(const Problem& problem) {
    return test::english_modules().catalogue().text(problem.text);
}

}  // namespace

TEST_CASE("a line of a sample's script that is no JSON is named", "[errors][sample]") {
    test::WrittenSample sample;
    sample.add(R"({"as": "keeper")");

    const auto made = sample.tell();

    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == "sample.bad_script");
    CHECK(sentence_of(made.error()) ==
          "The sample's script " + sample.folder().file("steps.jsonl") +
              " cannot be understood in line 2. Nothing more was made. Install the program anew.");
}

TEST_CASE("a sample without its script makes nothing", "[errors][sample]") {
    const test::TemporaryFolder folder;

    const auto made = host::tell_sample(test::english_modules(), folder.path(),
                                        folder.path() / "made", Environment::system(), {},
                                        Progress::none());

    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == "sample.no_script");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "made"));
}
