#pragma once

#include <string>
#include <vector>

#include "zhangfang/report/document.h"

// Parts of official sheets. What is ruled or printed on the empty form (rules, labels) is fixed:
// overlay printing (套打) leaves it out. Positions and sizes are 0.1 mm inside the grid.
namespace zf {

struct GridBox {
    int x = 0, y = 0, width = 0, height = 0;

    int right() const { return x + width; }
    int bottom() const { return y + height; }
};

// The four sides of a box.
ZF_EXPORT void add_box(GridBlock& grid, const GridBox& box, int rule_width = 3);
ZF_EXPORT void add_rule(GridBlock& grid, int x1, int y1, int x2, int y2, int rule_width = 3);

// A ruled lattice: columns and rows from the upper left corner. Answers with its box.
ZF_EXPORT GridBox add_lattice(GridBlock& grid, int x, int y, const std::vector<int>& widths,
                              const std::vector<int>& heights, int rule_width = 3);

// A label of the form: translated, centred in its box, fixed.
ZF_EXPORT GridText& add_label(GridBlock& grid, const GridBox& box, std::string id, int size = 30,
                              Align align = Align::centre);
// What is written into the form, as it stands.
ZF_EXPORT GridText& add_text(GridBlock& grid, const GridBox& box, std::string text, int size = 30,
                             Align align = Align::left);
// What is written into the form, as a sentence with arguments: {"No. {0}", {number}}.
ZF_EXPORT GridText& add_sentence(GridBlock& grid, const GridBox& box, Message sentence,
                                 int size = 30, Align align = Align::left);

// The columns of a money grid (金额格): 亿千百十万千百十元角分 across the width of the box. Every
// third rule from the yuan column leftwards is heavier, the one before 角 is red.
inline constexpr int money_grid_columns = 11;
ZF_EXPORT void add_money_columns(GridBlock& grid, const GridBox& box);
// The letters 亿 … 分 above those columns.
ZF_EXPORT void add_money_letters(GridBlock& grid, const GridBox& box, int size = 22);

ZF_EXPORT GridAmount& add_amount(GridBlock& grid, const GridBox& box, Money amount, int size = 30);

// Strikes unused lines: a diagonal from the upper right to the lower left corner of the box.
ZF_EXPORT void cross_out(GridBlock& grid, const GridBox& box);

// Large red letters across the box: 作废, 教学, 重印. Translated.
ZF_EXPORT GridText& add_stamp(GridBlock& grid, const GridBox& box, std::string id, int size = 160);

}  // namespace zf
