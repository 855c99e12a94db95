#include "errors/english_modules.h"
#include "errors/written_sample.h"
#include "support/catch.h"

using namespace zf;

TEST_CASE("a figure of a sample that differs is told with its place, and the rest is compared",
          "[errors][sample]") {
    test::WrittenSample sample;
    sample.folder().write("people.csv", "login,name\nkeeper,Wang\n");
    sample.add(R"({"as": "keeper", "command": "operator.list", )"
               R"("expected": {"rows": "people.csv"}, "list": "rows"})");

    const auto made = sample.tell();

    REQUIRE(made.has_value());
    CHECK(made->compared == 2);
    REQUIRE(made->differences.size() == 1);
    CHECK(made->differences[0].code == "sample.differs");
    CHECK(test::english_modules().catalogue().text(made->differences[0].text) ==
          "people.csv:1, name: expected Wang, found Li.");
}
