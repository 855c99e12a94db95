#pragma once

#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

// Cuts text into lines no wider than `width` (0.1 mm). Lines may end between any two Han characters
// and after blanks, but none begins with closing punctuation or ends with opening punctuation
// (避头尾), and words and figures stay whole unless one is wider than the line. A line feed ends a
// line. Fills `lines`, so that callers can reuse its memory; there is always at least one.
ZF_EXPORT void break_lines(const TextMeasure& measure, std::string_view text, int size, int width,
                           std::vector<std::string_view>& lines);

// The lines of a text in a box, with the size at which they fit: first at `size`, then smaller
// ones.
struct FittedText {
    std::vector<std::string_view> lines;
    int size = 0;
    bool is_cut = false;  // even the smallest size was too large: the last line lost its end
};
ZF_EXPORT void fit_text(const TextMeasure& measure, std::string_view text, int size, int width,
                        int height, FittedText& fitted);

// How far the lines of a paragraph stand apart.
constexpr int line_pitch(int size) {
    return size * 5 / 4;
}

}  // namespace zf::reports
