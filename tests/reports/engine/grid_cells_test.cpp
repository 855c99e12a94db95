#include "engine/grid_cells.h"

#include "reports/support/sample_documents.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::reports;

static GridText text_at(int x, int y, int width, std::string text) {
    GridText placed{.x = x, .y = y, .width = width, .height = 50};
    placed.text = std::move(text);
    return placed;
}

TEST_CASE("what stands beside each other comes into one row", "[reports][grid_cells]") {
    GridBlock grid{.width = 600, .height = 200};
    grid.texts = {text_at(0, 0, 200, "日期"), text_at(200, 4, 200, "摘要"),
                  text_at(0, 100, 400, "买菜")};
    grid.amounts.push_back(
        {.x = 400, .y = 100, .width = 200, .height = 50, .amount = Money::fen(1234)});

    const GridCells cells = cells_of(grid, test::chinese());

    CHECK(cells.column_widths == std::vector<int>{200, 200, 200});
    REQUIRE(cells.rows.size() == 2);
    REQUIRE(cells.rows[0].cells.size() == 2);
    CHECK(cells.rows[0].cells[1].column == 1);
    REQUIRE(cells.rows[1].cells.size() == 2);
    CHECK(cells.rows[1].cells[0].columns == 2);
    CHECK(cells.rows[1].cells[1].value == Value{Money::fen(1234)});
}

TEST_CASE("texts in one place become one cell, and none lies over another",
          "[reports][grid_cells]") {
    GridBlock grid{.width = 600, .height = 100};
    grid.texts = {text_at(0, 0, 300, "附单据"), text_at(0, 0, 300, "3 张"),
                  text_at(200, 0, 300, "右")};
    grid.amounts.push_back({.x = 100, .y = 0, .width = 500, .height = 50, .amount = Money::fen(5)});

    const GridCells cells = cells_of(grid, test::chinese());

    REQUIRE(cells.rows.size() == 1);
    int end = 0;
    std::string letters;
    for (const GridCell& cell : cells.rows[0].cells) {
        CHECK(cell.column >= end);
        end = cell.column + cell.columns;
        if (const auto* text = cell.value.if_a<std::string>()) letters += *text;
    }
    CHECK(letters == "附单据 3 张 右");
}
