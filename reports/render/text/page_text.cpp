#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/code_points.h"
#include "render/text/character_canvas.h"
#include "zhangfang/base/text.h"
#include "zhangfang_reports/text.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

namespace {

constexpr int column_width = 14;  // 0.1 mm: half a letter of the usual size
constexpr int same_line = 12;     // texts and rules closer than this stand on one line

int column_of(int x) {
    return x / column_width;
}

// The heights at which something stands, joined where they are nearly the same: line numbers.
class Lines {
public:
    void add(int y) { heights_.push_back(y); }
    void settle() {
        std::sort(heights_.begin(), heights_.end());
        std::vector<int> joined;
        for (const int y : heights_) {
            if (joined.empty() || y - joined.back() > same_line) joined.push_back(y);
        }
        heights_ = std::move(joined);
    }
    int of(int y) const {
        const auto after = std::upper_bound(heights_.begin(), heights_.end(), y);
        return static_cast<int>(after - heights_.begin()) - 1;
    }

private:
    std::vector<int> heights_;
};

int middle_of(const PageText& text) {
    return text.baseline - text.size * 38 / 100;
}

// Digits of a money grid: each in the middle of its part of the width.
void put_spread(CharacterCanvas& canvas, std::string_view letters, const PageText& text, int line) {
    const int count = std::max(1, static_cast<int>(code_point_count(letters)));
    int place = 0;
    for (CodePoints points{letters}; !points.at_end(); ++place) {
        const std::size_t begin = points.place();
        points.next();
        const int middle = text.x + text.width * (2 * place + 1) / (2 * count);
        canvas.put(line, column_of(middle), letters.substr(begin, points.place() - begin));
    }
}

void put_text(CharacterCanvas& canvas, const Page& page, const PageText& text, int line) {
    const std::string_view letters = page.text_of(text);
    if (text.is_spread) {
        put_spread(canvas, letters, text, line);
        return;
    }
    int column = column_of(text.x + column_width - 1);
    if (text.align == Align::right) {
        column = column_of(text.x + text.width) - column_count(letters);
    }
    if (text.align == Align::centre) {
        column = column_of(text.x + text.width / 2) - column_count(letters) / 2;
    }
    canvas.put(line, column, letters);
}

}  // namespace

std::string page_as_text(const Page& page) {
    Lines lines;
    for (const PageText& text : page.texts) lines.add(middle_of(text));
    for (const PageLine& rule : page.lines) {
        if (rule.y1 == rule.y2) lines.add(rule.y1);
    }
    lines.settle();

    CharacterCanvas canvas;
    for (const PageLine& rule : page.lines) {
        if (rule.y1 != rule.y2) continue;
        const char32_t with = rule.ink == Ink::red ? U'=' : rule.is_dashed ? U'.' : U'-';
        canvas.put_horizontal(lines.of(rule.y1), column_of(std::min(rule.x1, rule.x2)),
                              column_of(std::max(rule.x1, rule.x2)), with);
    }
    for (const PageLine& rule : page.lines) {
        if (rule.x1 != rule.x2) continue;
        canvas.put_vertical(column_of(rule.x1), lines.of(std::min(rule.y1, rule.y2)),
                            lines.of(std::max(rule.y1, rule.y2)));
    }
    for (const PageText& text : page.texts) put_text(canvas, page, text, lines.of(middle_of(text)));
    return canvas.text();
}

}  // namespace zf::reports
