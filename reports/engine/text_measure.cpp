#include "zhangfang_reports/text_measure.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/code_points.h"

namespace zf::reports {

namespace {

struct Range {
    char32_t first, last;
};

// East Asian Width W and F of Unicode 15, joined where gaps are unassigned or never printed.
constexpr std::array<Range, 18> wide_ranges{{
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x2329, 0x232A},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
    {0x17000, 0x18D08},
}};

// Punctuation and signs of ambiguous width that Chinese text prints as wide as a character.
constexpr std::u32string_view wide_in_chinese = U"…—“”‘’·×÷√±≥≤≠℃‰№①②③④⑤⑥⑦⑧⑨⑩○●◎△▲□■★☆§θⅠⅡⅢⅣⅤⅥ";

bool is_in(const Range& range, char32_t character) {
    return character >= range.first && character <= range.last;
}

bool is_combining(char32_t character) {
    return (character >= 0x300 && character <= 0x36F) ||
           (character >= 0x200B && character <= 0x200F) || character == 0xFEFF ||
           (character >= 0xFE00 && character <= 0xFE0F);
}

}  // namespace

int column_count(char32_t character) {
    if (character < 0xA1) return 1;
    if (is_combining(character)) return 0;
    const bool wide = std::any_of(wide_ranges.begin(), wide_ranges.end(),
                                  [&](const Range& range) { return is_in(range, character); });
    return wide || wide_in_chinese.find(character) != std::u32string_view::npos ? 2 : 1;
}

int column_count(std::string_view text) {
    int columns = 0;
    for (CodePoints points{text}; !points.at_end();) columns += column_count(points.next());
    return columns;
}

TextMeasure::TextMeasure(std::vector<std::uint16_t> advances) : advances_{std::move(advances)} {}

TextMeasure TextMeasure::monospaced() {
    std::vector<std::uint16_t> advances(0x10000);
    for (std::size_t character = 0; character < advances.size(); ++character) {
        const int columns = column_count(static_cast<char32_t>(character));
        advances[character] = static_cast<std::uint16_t>(columns * full_width / 2);
    }
    return TextMeasure{std::move(advances)};
}

std::int64_t TextMeasure::advance_of(std::string_view text) const {
    std::int64_t sum = 0;
    for (CodePoints points{text}; !points.at_end();) sum += advance(points.next());
    return sum;
}

int TextMeasure::width(std::string_view text, int size) const {
    return static_cast<int>((advance_of(text) * size + full_width - 1) / full_width);
}

}  // namespace zf::reports
