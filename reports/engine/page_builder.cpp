#include "engine/page_builder.h"

#include <algorithm>

#include "engine/qr_code.h"
#include "zhangfang/base/driver.h"
#include "zhangfang/base/text.h"

namespace zf::reports {

namespace {

// Sine and cosine of the few angles that stamps and watermarks use, in thousandths.
struct Direction {
    int cosine, sine;
};
Direction direction_of(int angle) {
    switch (angle) {
        case 15: return {966, 259};
        case 30: return {866, 500};
        case 45: return {707, 707};
        default: return {1000, 0};
    }
}

}  // namespace

void PageBuilder::put(std::string_view text, int x, int baseline, int width, TextStyle style,
                      Align align) {
    if (!draws_ || text.empty()) return;
    PageText placed;
    placed.x = x + options_.offset_x;
    placed.baseline = baseline + options_.offset_y;
    placed.width = width;
    placed.begin = static_cast<std::uint32_t>(page_.letters.size());
    placed.length = static_cast<std::uint32_t>(text.size());
    placed.size = static_cast<std::int16_t>(style.size);
    placed.ink = options_.is_monochrome && style.ink == Ink::red ? Ink::black : style.ink;
    placed.is_bold = style.is_bold;
    placed.align = align;
    page_.letters += text;
    page_.texts.push_back(placed);
}

void PageBuilder::line_of_text(std::string_view text, int x, int y, int width, TextStyle style,
                               Align align) {
    if (!draws_) return;
    const int taken = measure_.width(text, style.size);
    if (align == Align::right) x += width - taken;
    if (align == Align::centre) x += (width - taken) / 2;
    put(text, x, baseline_below(y, style.size), taken, style, align);
}

void PageBuilder::text_in(const Area& area, std::string_view text, TextStyle style, Align align) {
    if (!draws_ || text.empty()) return;
    fit_text(measure_, text, style.size, area.width, area.height, fitted_);
    if (fitted_.is_cut) ++cut_texts_;
    style.size = fitted_.size;
    const int pitch = line_pitch(style.size);
    const int taken = style.size + static_cast<int>(fitted_.lines.size() - 1) * pitch;
    int y = area.y + (area.height - taken) / 2;
    for (const std::string_view line : fitted_.lines) {
        line_of_text(line, area.x, y, area.width, style, align);
        y += pitch;
    }
}

void PageBuilder::figure_in(const Area& area, std::string_view figure, TextStyle style,
                            Align align) {
    if (!draws_ || figure.empty()) return;
    while (style.size > 8 && measure_.width(figure, style.size) > area.width) --style.size;
    line_of_text(figure, area.x, area.y + (area.height - style.size) / 2, area.width, style, align);
}

void PageBuilder::digits_in(const Area& area, std::string_view digits, int columns,
                            TextStyle style) {
    if (!draws_ || digits.empty()) return;
    const int count = static_cast<int>(code_point_count(digits));
    const int first = area.x + area.width * (columns - count) / columns;
    const int y = area.y + (area.height - style.size) / 2;
    put(digits, first, baseline_below(y, style.size), area.right() - first, style, Align::left);
    page_.texts.back().is_spread = true;
}

void PageBuilder::turned_text(std::string_view text, int centre_x, int centre_y, int angle,
                              TextStyle style) {
    if (!draws_ || text.empty()) return;
    const int width = measure_.width(text, style.size);
    const auto [cosine, sine] = direction_of(angle);
    // From the middle back along the line by half its width, and down by a third of the letters.
    const int drop = style.size * 38 / 100;
    const int x = centre_x - (width * cosine / 1000) / 2 + drop * sine / 1000;
    const int y = centre_y + (width * sine / 1000) / 2 + drop * cosine / 1000;
    put(text, x, y, width, style, Align::left);
    page_.texts.back().angle = static_cast<std::int16_t>(angle);
}

void PageBuilder::rule(int x1, int y1, int x2, int y2, int width, Ink ink, bool is_dashed) {
    if (!draws_) return;
    PageLine line;
    line.x1 = x1 + options_.offset_x;
    line.y1 = y1 + options_.offset_y;
    line.x2 = x2 + options_.offset_x;
    line.y2 = y2 + options_.offset_y;
    line.width = static_cast<std::int16_t>(width);
    line.ink = options_.is_monochrome && ink == Ink::red ? Ink::black : ink;
    line.is_dashed = is_dashed;
    page_.lines.push_back(line);
}

void PageBuilder::box(const Area& area, Ink ink) {
    if (!draws_) return;
    page_.boxes.push_back({.x = area.x + options_.offset_x,
                           .y = area.y + options_.offset_y,
                           .width = area.width,
                           .height = area.height,
                           .ink = ink});
}

void PageBuilder::code(int x, int y, int side, const std::string& text) {
    if (!draws_) return;
    const QrCode code = driver<QrCodeDriver>().encode(text);
    if (code.dark.empty()) return;
    const int modules = code.width;
    const int module = std::max(1, side / modules);
    const int edge = (side - module * modules) / 2;
    const auto is_dark = [&](int row, int column) {
        return code.dark[static_cast<std::size_t>(row * modules + column)];
    };
    for (int row = 0; row < modules; ++row) {
        for (int column = 0; column < modules; ++column) {
            const int first = column;
            while (column < modules && is_dark(row, column)) ++column;
            if (column == first) continue;
            box({.x = x + edge + first * module,
                 .y = y + edge + row * module,
                 .width = (column - first) * module,
                 .height = module});
        }
    }
}

void PageBuilder::link(const Area& area, const Link& link) {
    if (!draws_ || !options_.collects_links) return;
    page_.links.push_back({.x = area.x + options_.offset_x,
                           .y = area.y + options_.offset_y,
                           .width = area.width,
                           .height = area.height,
                           .link = link});
}

}  // namespace zf::reports
