#include "render/csv/csv_line.h"

#include <algorithm>

#include "engine/cell_text.h"
#include "engine/code_points.h"

namespace zf::reports {

namespace {

bool is_unseen(char32_t character) {
    return character == U' ' || character == 0xA0 || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200F) || character == 0x2060 ||
           character == 0xFEFF;
}

void append_quoted(std::string& line, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char letter : text) {
        if (letter == '"') line += '"';
        line += letter;
    }
    line += '"';
}

}  // namespace

bool looks_like_formula(std::string_view text) {
    constexpr std::u32string_view beginnings = U"=+-@\t\r＝＋－＠";
    for (CodePoints points{text}; !points.at_end();) {
        const char32_t character = points.next();
        if (is_unseen(character)) continue;
        return beginnings.find(character) != std::u32string_view::npos;
    }
    return false;
}

bool loses_digits(std::string_view text) {
    const bool all_digits = !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
    return all_digits && (text.size() > 15 || (text.size() > 1 && text.front() == '0'));
}

void append_field(std::string& line, const Value& value) {
    const std::string* text = value.if_a<std::string>();
    if (text == nullptr) {
        if (!value.is_none()) append_quoted(line, value.plain_text());
    } else if (looks_like_formula(*text)) {
        append_quoted(line, "'" + *text);
    } else {
        append_quoted(line, *text);
    }
}

}  // namespace zf::reports
