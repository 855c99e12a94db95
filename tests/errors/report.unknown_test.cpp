#include "errors/english_modules.h"
#include "errors/written_sample.h"
#include "support/catch.h"

using namespace zf;

TEST_CASE("a report that no module declares is not printed", "[errors][report]") {
    test::WrittenSample sample;
    sample.add(R"({"as": "keeper", "command": "bk.weather", "files": ["weather.pdf"]})");

    const auto made = sample.tell();

    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == "report.unknown");
    CHECK(
        test::english_modules().catalogue().text(made.error().text) ==
        "There is no report \"bk.weather\". Nothing was made. The list of reports shows what there "
        "is.");
    CHECK_FALSE(std::filesystem::exists(sample.folder().path() / "made" / "weather.pdf"));
}
