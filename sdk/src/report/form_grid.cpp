#include "zhangfang/report/form_grid.h"

#include <array>
#include <string_view>
#include <utility>

namespace zf {

static constexpr std::array<std::string_view, money_grid_columns> money_letters{
    "亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"};

static int column_edge(const GridBox& box, int column) {
    return box.x + box.width * column / money_grid_columns;
}

void add_rule(GridBlock& grid, int x1, int y1, int x2, int y2, int rule_width) {
    grid.lines.push_back({.x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .width = rule_width});
}

void add_box(GridBlock& grid, const GridBox& box, int rule_width) {
    add_rule(grid, box.x, box.y, box.right(), box.y, rule_width);
    add_rule(grid, box.x, box.bottom(), box.right(), box.bottom(), rule_width);
    add_rule(grid, box.x, box.y, box.x, box.bottom(), rule_width);
    add_rule(grid, box.right(), box.y, box.right(), box.bottom(), rule_width);
}

GridBox add_lattice(GridBlock& grid, int x, int y, const std::vector<int>& widths,
                    const std::vector<int>& heights, int rule_width) {
    GridBox box{.x = x, .y = y};
    for (const int width : widths) box.width += width;
    for (const int height : heights) box.height += height;
    add_box(grid, box, rule_width);
    int edge = x;
    for (const int width : widths) {
        edge += width;
        if (edge < box.right()) add_rule(grid, edge, y, edge, box.bottom(), rule_width);
    }
    edge = y;
    for (const int height : heights) {
        edge += height;
        if (edge < box.bottom()) add_rule(grid, x, edge, box.right(), edge, rule_width);
    }
    return box;
}

GridText& add_text(GridBlock& grid, const GridBox& box, std::string text, int size, Align align) {
    GridText& added = grid.texts.emplace_back();
    added.x = box.x;
    added.y = box.y;
    added.width = box.width;
    added.height = box.height;
    added.text = std::move(text);
    added.size = size;
    added.align = align;
    return added;
}

GridText& add_label(GridBlock& grid, const GridBox& box, std::string id, int size, Align align) {
    GridText& label = add_text(grid, box, std::move(id), size, align);
    label.is_message = true;
    label.is_fixed = true;
    return label;
}

GridText& add_sentence(GridBlock& grid, const GridBox& box, Message sentence, int size,
                       Align align) {
    GridText& added = add_text(grid, box, std::move(sentence.id), size, align);
    added.is_message = true;
    added.arguments = std::move(sentence.arguments);
    return added;
}

void add_money_columns(GridBlock& grid, const GridBox& box) {
    constexpr int yuan = money_grid_columns - 3;  // the column of 元
    for (int column = 1; column < money_grid_columns; ++column) {
        GridLine rule{.x1 = column_edge(box, column),
                      .y1 = box.y,
                      .x2 = column_edge(box, column),
                      .y2 = box.bottom(),
                      .width = 1};
        rule.is_red = column == yuan + 1;
        if (rule.is_red || (yuan + 1 - column) % 3 == 0) rule.width = 3;
        grid.lines.push_back(rule);
    }
}

void add_money_letters(GridBlock& grid, const GridBox& box, int size) {
    for (int column = 0; column < money_grid_columns; ++column) {
        const GridBox cell{.x = column_edge(box, column),
                           .y = box.y,
                           .width = column_edge(box, column + 1) - column_edge(box, column),
                           .height = box.height};
        GridText& letter = add_text(grid, cell,
                                    std::string{money_letters[static_cast<std::size_t>(column)]},
                                    size, Align::centre);
        letter.is_fixed = true;
        letter.is_drawn_only = true;
    }
}

GridAmount& add_amount(GridBlock& grid, const GridBox& box, Money amount, int size) {
    GridAmount& added = grid.amounts.emplace_back();
    added.x = box.x;
    added.y = box.y;
    added.width = box.width;
    added.height = box.height;
    added.amount = amount;
    added.size = size;
    return added;
}

void cross_out(GridBlock& grid, const GridBox& box) {
    GridLine diagonal{.x1 = box.right(), .y1 = box.y, .x2 = box.x, .y2 = box.bottom(), .width = 3};
    diagonal.is_fixed = false;
    grid.lines.push_back(diagonal);
}

GridText& add_stamp(GridBlock& grid, const GridBox& box, std::string id, int size) {
    GridText& stamp = add_text(grid, box, std::move(id), size, Align::centre);
    stamp.is_message = true;
    stamp.is_stamp = true;
    stamp.emphasis = Emphasis::red;
    return stamp;
}

}  // namespace zf
