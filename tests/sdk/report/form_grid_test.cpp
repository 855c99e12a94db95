#include "zhangfang/report/form_grid.h"

#include <algorithm>
#include <string>

#include "support/catch.h"

using namespace zf;

TEST_CASE("a lattice has its outer box and its inner rules", "[report][form_grid]") {
    GridBlock grid;

    const GridBox box = add_lattice(grid, 10, 20, {100, 200, 300}, {50, 60});

    CHECK(box.right() == 610);
    CHECK(box.bottom() == 130);
    CHECK(grid.lines.size() == 4 + 2 + 1);
    CHECK(std::all_of(grid.lines.begin(), grid.lines.end(),
                      [](const GridLine& line) { return line.is_fixed; }));
}

TEST_CASE("a money grid has eleven columns, red before the jiao, heavy at the thousands",
          "[report][form_grid]") {
    GridBlock grid;
    const GridBox box{.x = 0, .y = 0, .width = 330, .height = 60};

    add_money_columns(grid, box);
    add_money_letters(grid, box);

    REQUIRE(grid.lines.size() == 10);
    std::string heavy;
    for (const GridLine& line : grid.lines) {
        if (line.width == 3) heavy += std::to_string(line.x1) + (line.is_red ? " red, " : ", ");
    }
    CHECK(heavy == "90, 180, 270 red, ");  // after 亿千百, 十万千, 百十元: columns of 30
    std::string letters;
    for (const GridText& letter : grid.texts) letters += letter.text;
    CHECK(letters == "亿千百十万千百十元角分");
    CHECK(grid.texts.back().x + grid.texts.back().width == 330);
}

TEST_CASE("the form is fixed, what is written into it is not", "[report][form_grid]") {
    GridBlock grid;
    const GridBox box{.x = 0, .y = 0, .width = 100, .height = 50};

    CHECK(add_label(grid, box, "Summary").is_fixed);
    CHECK(add_label(grid, box, "Summary").is_message);
    CHECK_FALSE(add_text(grid, box, "买菜").is_fixed);
    CHECK_FALSE(add_text(grid, box, "买菜").is_message);
    CHECK_FALSE(add_sentence(grid, box, {"Page {0}", {std::int64_t{1}}}).is_fixed);
    CHECK_FALSE(add_stamp(grid, box, "Voided").is_fixed);
    cross_out(grid, box);
    CHECK_FALSE(grid.lines.back().is_fixed);
}
