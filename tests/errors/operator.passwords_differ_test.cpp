#include "host/founding.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace zf;

TEST_CASE("a password is typed twice alike, and no file is founded over", "[errors][founding]") {
    const test::TemporaryFolder folder;
    const auto on_page = [](const Record& typed) { return host::problems_before_founding(typed); };

    const Problems differ = on_page(
        {{"password", Value{"seven brown geese"}}, {"repeated", Value{"seven brown gese"}}});
    const Problems there = on_page({{"file", Value{folder.write("books.zfw", "x")}}});

    REQUIRE(differ.size() == 1);
    CHECK(differ[0].code == "operator.passwords_differ");
    CHECK(differ[0].place.field == "repeated");
    REQUIRE(there.size() == 1);
    CHECK(there[0].code == "store.exists");
    CHECK(there[0].place.field == "file");
    CHECK(on_page({{"password", Value{"geese"}}, {"repeated", Value{"geese"}}}).empty());
    CHECK(on_page({{"file", Value{folder.file("new.zfw")}}}).empty());
}
