#include "engine/line_breaking.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/code_points.h"

namespace zf::reports {

namespace {

constexpr std::u32string_view never_first = U"。，、；：？！）】》」』〕〉”’％‰℃°…—·～,.;:?!)]}%";
constexpr std::u32string_view never_last = U"（【《「『〔〈“‘￥＄([{¥$#№";
constexpr int smallest_size = 14;  // 1.4 mm: the smallest letters that can be read

bool is_one_of(std::u32string_view set, char32_t character) {
    return set.find(character) != std::u32string_view::npos;
}

bool is_han_like(char32_t character) {
    return character >= 0x2E80;
}

bool may_break_between(char32_t before, char32_t after) {
    if (before == U' ' || before == U'\u3000') return after != U' ';
    if (is_one_of(never_first, after) || is_one_of(never_last, before)) return false;
    return is_han_like(before) || is_han_like(after);
}

std::string_view without_blanks_at_end(std::string_view line) {
    const std::size_t last = line.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

// One paragraph (no line feed) into lines.
void break_paragraph(const TextMeasure& measure, std::string_view text, std::int64_t room,
                     std::vector<std::string_view>& lines) {
    std::size_t line_begin = 0;
    std::size_t chance = 0;  // where this line may end; line_begin: nowhere yet
    std::int64_t used = 0, used_at_chance = 0;
    char32_t before = 0;
    for (CodePoints points{text}; !points.at_end();) {
        const std::size_t here = points.place();
        const char32_t character = points.next();
        const int advance = measure.advance(character);
        if (here > line_begin && may_break_between(before, character)) {
            chance = here;
            used_at_chance = used;
        }
        const bool is_full = used + advance > room && here > line_begin && character != U' ';
        if (is_full) {
            const bool whole_words = chance > line_begin;
            const std::size_t end = whole_words ? chance : here;
            lines.push_back(without_blanks_at_end(text.substr(line_begin, end - line_begin)));
            used -= whole_words ? used_at_chance : used;
            line_begin = chance = end;
        }
        used += advance;
        before = character;
    }
    lines.push_back(without_blanks_at_end(text.substr(line_begin)));
}

}  // namespace

void break_lines(const TextMeasure& measure, std::string_view text, int size, int width,
                 std::vector<std::string_view>& lines) {
    lines.clear();
    const std::int64_t room = std::int64_t{width} * TextMeasure::full_width / std::max(size, 1);
    while (true) {
        const std::size_t end = text.find('\n');
        const std::string_view paragraph = text.substr(0, end);
        if (measure.advance_of(paragraph) <= room) {
            lines.push_back(paragraph);
        } else {
            break_paragraph(measure, paragraph, room, lines);
        }
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

void fit_text(const TextMeasure& measure, std::string_view text, int size, int width, int height,
              FittedText& fitted) {
    fitted.is_cut = false;
    for (fitted.size = size;; fitted.size -= 2) {
        break_lines(measure, text, fitted.size, width, fitted.lines);
        const int needed = fitted.size +
                           static_cast<int>(fitted.lines.size() - 1) * line_pitch(fitted.size);
        if (needed <= height || (fitted.lines.size() == 1 && fitted.size == size)) return;
        if (fitted.size - 2 < smallest_size) break;
    }
    const int room = std::max(1, (height - fitted.size) / line_pitch(fitted.size) + 1);
    if (fitted.lines.size() <= static_cast<std::size_t>(room)) return;
    fitted.lines.resize(static_cast<std::size_t>(room));
    fitted.is_cut = true;
}

}  // namespace zf::reports
