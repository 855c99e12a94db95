#include "engine/grid_layout.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/cell_text.h"
#include "engine/money_grid.h"

namespace zf::reports {

namespace {

Ink ink_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::red: return Ink::red;
        case Emphasis::muted: return Ink::grey;
        case Emphasis::none:
        case Emphasis::bold: break;
    }
    return Ink::black;
}

std::string content_of(const GridText& text, const PageFlow& flow) {
    if (!text.is_message) return text.text;
    if (!text.counts_pages) return written(flow.catalogue(), text.text, text.arguments);
    std::vector<Argument> arguments = text.arguments;
    arguments.emplace_back(std::int64_t{flow.last_page()});
    return written(flow.catalogue(), text.text, arguments);
}

void draw_text(PageFlow& flow, const GridText& text, int x, int y) {
    PageBuilder& builder = flow.builder();
    const TextStyle style{.size = text.size,
                          .ink = ink_of(text.emphasis),
                          .is_bold = text.emphasis == Emphasis::bold};
    const Area box{.x = x + text.x, .y = y + text.y, .width = text.width, .height = text.height};
    if (text.is_stamp) {
        builder.turned_text(content_of(text, flow), box.x + box.width / 2, box.y + box.height / 2,
                            15, {.size = text.size, .ink = Ink::red});
    } else {
        builder.text_in(box, content_of(text, flow), style, text.align);
    }
}

void draw_amount(PageFlow& flow, const GridAmount& amount, int x, int y, std::string& letters) {
    if (amount.zero_is_blank && amount.amount.is_zero()) return;
    PageBuilder& builder = flow.builder();
    const bool is_red = amount.emphasis == Emphasis::red || amount.amount.is_negative();
    const TextStyle style{.size = amount.size,
                          .ink = is_red ? Ink::red : ink_of(amount.emphasis),
                          .is_bold = amount.emphasis == Emphasis::bold};
    const Area box{
        .x = x + amount.x, .y = y + amount.y, .width = amount.width, .height = amount.height};
    if (amount.in_money_grid &&
        draw_money_digits(builder, box, amount.amount, style, amount.has_currency_sign)) {
        return;
    }
    letters.clear();
    if (amount.has_currency_sign) letters += "￥";
    const std::size_t begin = letters.size();
    append_money(letters, amount.amount);
    if (builder.options().is_monochrome && amount.amount.is_negative()) {
        letters[begin] = '(';
        letters += ')';
    }
    builder.figure_in({.x = box.x + 8, .y = box.y, .width = box.width - 16, .height = box.height},
                      letters, style, Align::right);
}

// The vertical room of one grid and how many stand on a page.
struct Slots {
    int count = 1;
    int height = 0;
};

Slots slots_of(const PageFlow& flow, const GridsBlock& grids) {
    const PageSetup& setup = flow.document().page;
    if (flow.has_frame()) {
        const int height = std::max(1, grids.height);
        return {.count = std::max(1, flow.area().height / height), .height = height};
    }
    const int paper = size_of(setup.paper).height;
    const int each = std::max(1, grids.height + setup.margin_top + setup.margin_bottom);
    const int count = std::max(1, paper / each);
    return {.count = count, .height = paper / count};
}

}  // namespace

void draw_grid(PageFlow& flow, const GridBlock& grid, int x, int y) {
    PageBuilder& builder = flow.builder();
    if (!builder.draws()) return;
    const bool is_overlay = builder.options().leaves_out_fixed;
    for (const GridLine& line : grid.lines) {
        if (is_overlay && line.is_fixed) continue;
        builder.rule(x + line.x1, y + line.y1, x + line.x2, y + line.y2, line.width,
                     line.is_red ? Ink::red : Ink::black, line.is_dashed);
    }
    for (const GridText& text : grid.texts) {
        if (is_overlay && text.is_fixed) continue;
        draw_text(flow, text, x, y);
    }
    std::string letters;
    for (const GridAmount& amount : grid.amounts) draw_amount(flow, amount, x, y, letters);
    for (const GridCode& code : grid.codes) {
        builder.code(x + code.x, y + code.y, code.side, code.text);
    }
    if (grid.link) {
        builder.link({.x = x, .y = y, .width = grid.width, .height = grid.height}, *grid.link);
    }
}

void lay_out(PageFlow& flow, const GridBlock& grid) {
    flow.need(grid.height);
    const Area room = flow.room();
    draw_grid(flow, grid, room.x, room.y);
    flow.advance(grid.height);
}

void lay_out(PageFlow& flow, const GridsBlock& grids) {
    if (!grids.grids) return;
    const Slots slots = slots_of(flow, grids);
    const bool has_frame = flow.has_frame();
    const auto next = grids.grids();
    int place = 0;
    flow.finish_page();
    while (const std::optional<GridBlock> grid = next()) {
        if (place == slots.count) {
            flow.finish_page();
            place = 0;
        }
        const Area area = flow.room();
        if (place == 0 && grids.cut_lines) {
            const int width = flow.builder().page().width;
            for (int cut = 1; cut < slots.count; ++cut) {
                const int y = has_frame ? flow.area().y + cut * slots.height : cut * slots.height;
                flow.builder().rule(0, y, width, y, 1, Ink::grey, true);
            }
        }
        draw_grid(flow, *grid, area.x, flow.area().y + place * slots.height);
        ++place;
    }
    flow.finish_page();
}

}  // namespace zf::reports
