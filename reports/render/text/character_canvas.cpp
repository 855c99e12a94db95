#include "render/text/character_canvas.h"

#include <algorithm>
#include <cstddef>

#include "engine/code_points.h"
#include "zhangfang/base/text.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

static constexpr char32_t empty = 0, taken = 1;

char32_t& CharacterCanvas::at(int line, int column) {
    const auto row = static_cast<std::size_t>(std::max(0, line));
    const auto place = static_cast<std::size_t>(std::max(0, column));
    if (row >= cells_.size()) cells_.resize(row + 1);
    if (place >= cells_[row].size()) cells_[row].resize(place + 1, empty);
    return cells_[row][place];
}

void CharacterCanvas::put(int line, int column, std::string_view text) {
    for (CodePoints points{text}; !points.at_end();) {
        const char32_t character = points.next();
        const int columns = column_count(character);
        if (columns == 0) continue;
        at(line, column) = character;
        if (columns == 2) at(line, column + 1) = taken;
        column += columns;
    }
}

void CharacterCanvas::put_horizontal(int line, int first, int last, char32_t with) {
    for (int column = first; column <= last; ++column) {
        char32_t& cell = at(line, column);
        if (cell == U'|') {
            cell = U'+';
        } else if (cell == empty || cell == U'-') {
            cell = with;
        }
    }
}

void CharacterCanvas::put_vertical(int column, int first, int last) {
    for (int line = first; line <= last; ++line) {
        char32_t& cell = at(line, column);
        if (cell == U'-' || cell == U'=') {
            cell = U'+';
        } else if (cell == empty) {
            cell = U'|';
        }
    }
}

std::string CharacterCanvas::text() const {
    std::string out;
    for (const auto& row : cells_) {
        std::u32string line;
        for (const char32_t cell : row) {
            if (cell != taken) line += cell == empty ? U' ' : cell;
        }
        const std::size_t last = line.find_last_not_of(U' ');
        line.resize(last == std::u32string::npos ? 0 : last + 1);
        out += to_utf8(line);
        out += '\n';
    }
    return out;
}

}  // namespace zf::reports
