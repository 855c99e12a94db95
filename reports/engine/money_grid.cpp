#include "engine/money_grid.h"

#include <algorithm>
#include <string>

namespace zf::reports {

static GridBox box_of(const Area& area) {
    return {.x = area.x, .y = area.y, .width = area.width, .height = area.height};
}

void draw_money_letters(PageBuilder& builder, const Area& box) {
    GridBlock grid;
    add_money_letters(grid, box_of(box), box.width / money_grid_columns * 4 / 5);
    for (const GridText& letter : grid.texts) {
        builder.text_in(
            {.x = letter.x, .y = letter.y, .width = letter.width, .height = letter.height},
            letter.text, {.size = letter.size}, Align::centre);
    }
}

void draw_money_columns(PageBuilder& builder, const Area& box) {
    GridBlock grid;
    add_money_columns(grid, box_of(box));
    for (const GridLine& line : grid.lines) {
        builder.rule(line.x1, line.y1, line.x2, line.y2, line.width,
                     line.is_red ? Ink::red : Ink::black);
    }
}

bool draw_money_digits(PageBuilder& builder, const Area& box, Money amount, TextStyle style,
                       bool has_currency_sign) {
    std::string digits = amount.text();  // "-1234.50": the point is the rule before 角
    std::erase(digits, '.');
    const bool is_negative = amount.is_negative();
    if (is_negative) digits.erase(0, 1);
    // 5 jiao and less have no leading zeros in a money grid: 0.50 is 5 and 0.
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    digits.erase(0, first);
    if (is_negative) {
        digits.insert(0, "-");
        style.ink = Ink::red;
    }
    if (has_currency_sign) digits.insert(0, "￥");
    const std::size_t columns = digits.size() - (has_currency_sign ? 2 : 0);
    if (columns > static_cast<std::size_t>(money_grid_columns)) return false;
    style.size = std::min(style.size, box.width / money_grid_columns * 3 / 2);
    builder.digits_in(box, digits, money_grid_columns, style);
    return true;
}

}  // namespace zf::reports
