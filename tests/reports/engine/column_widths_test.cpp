#include "engine/column_widths.h"

#include <numeric>
#include <vector>

#include "support/catch.h"

using namespace zf::reports;

using Widths = std::vector<int>;

TEST_CASE("columns share the paper in proportion to their wishes", "[reports][column_widths]") {
    CHECK(shared_widths({{100, 10}, {300, 10}}, 800) == Widths{200, 600});
    CHECK(shared_widths({{100, 10}, {100, 10}, {100, 10}}, 100) == Widths{33, 33, 34});
    CHECK(shared_widths({}, 100).empty());
}

TEST_CASE("no column gets less than it needs while there is room", "[reports][column_widths]") {
    // A tenth of 400 is 40, less than the 90 that the first one needs; 310 remain.
    CHECK(shared_widths({{10, 90}, {90, 10}}, 400) == Widths{90, 310});
    CHECK(shared_widths({{10, 40}, {90, 10}}, 400) == Widths{40, 360});  // on the line
}

TEST_CASE("too many columns share what there is", "[reports][column_widths]") {
    CHECK(shared_widths({{10, 300}, {10, 100}}, 200) == Widths{150, 50});
    CHECK(shared_widths({{0, 0}, {0, 0}}, 10) == Widths{5, 5});
}

TEST_CASE("the widths add up to the paper exactly", "[reports][column_widths]") {
    std::vector<WidthWish> wishes;
    for (int column = 1; column <= 12; ++column) {
        wishes.push_back({.wish = column * 37, .least = column * 11});
        for (int available = 1; available < 1900; available += 13) {
            const Widths widths = shared_widths(wishes, available);
            CHECK(std::accumulate(widths.begin(), widths.end(), 0) == available);
        }
    }
}
