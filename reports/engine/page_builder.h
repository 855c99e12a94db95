#pragma once

#include <string>
#include <string_view>

#include "engine/line_breaking.h"
#include "zhangfang_reports/page.h"
#include "zhangfang_reports/pagination.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

struct Area {
    int x = 0, y = 0, width = 0, height = 0;

    int right() const { return x + width; }
    int bottom() const { return y + height; }
};

struct TextStyle {
    int size = 30;
    Ink ink = Ink::black;
    bool is_bold = false;
};

// The baseline of letters whose top is here: Han characters reach 0.88 of their size above it.
constexpr int baseline_below(int top, int size) {
    return top + size * 22 / 25;
}

// Puts texts and rules on a page. While pages are only counted, nothing is drawn.
class PageBuilder {
public:
    PageBuilder(const TextMeasure& measure, const PaginationOptions& options, bool draws)
        : measure_{measure},
          options_{options},
          draws_{draws} {}

    const TextMeasure& measure() const { return measure_; }
    const PaginationOptions& options() const { return options_; }
    bool draws() const { return draws_; }
    Page& page() { return page_; }
    std::int64_t cut_texts() const { return cut_texts_; }

    // One line of text with its top at y, within x … x + width.
    void line_of_text(std::string_view text, int x, int y, int width, TextStyle style,
                      Align align = Align::left);
    // Text in a box: wraps, then shrinks; stands in the middle of the height.
    void text_in(const Area& box, std::string_view text, TextStyle style,
                 Align align = Align::left);
    // A figure in a box: one line whose letters shrink rather than lose a digit.
    void figure_in(const Area& box, std::string_view figure, TextStyle style, Align align);
    // Digits each in the middle of a column, ending at the right edge of the box.
    void digits_in(const Area& box, std::string_view digits, int columns, TextStyle style);
    void turned_text(std::string_view text, int centre_x, int centre_y, int angle, TextStyle style);

    void rule(int x1, int y1, int x2, int y2, int width = 2, Ink ink = Ink::black,
              bool is_dashed = false);
    void box(const Area& area, Ink ink = Ink::black);
    void code(int x, int y, int side, const std::string& text);  // QR
    void link(const Area& area, const Link& link);

private:
    void put(std::string_view text, int x, int baseline, int width, TextStyle style, Align align);

    const TextMeasure& measure_;
    const PaginationOptions& options_;
    bool draws_;
    Page page_;
    FittedText fitted_;
    std::int64_t cut_texts_ = 0;
};

}  // namespace zf::reports
