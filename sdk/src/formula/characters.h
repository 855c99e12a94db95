#pragma once

namespace zf {

constexpr bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// Letters of which names are made: Latin, Greek, Cyrillic, Chinese, Japanese, Korean.
bool is_letter(char32_t point);

bool is_blank(char32_t point);

}  // namespace zf
