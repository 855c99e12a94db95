#include "characters.h"

#include <algorithm>
#include <array>

namespace zf {

bool is_letter(char32_t point) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr std::array<Range, 13> letters{{
        {U'A', U'Z'},
        {U'a', U'z'},
        {U'_', U'_'},
        {0xC0, 0xD6},  // × is an operator
        {0xD8, 0xF6},  // ÷ too
        {0xF8, 0x24F},
        {0x370, 0x52F},
        {0x3005, 0x3007},  // 々〆〇
        {0x3041, 0x30FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xAC00, 0xD7A3},
        {0x20000, 0x323AF},
    }};
    return std::any_of(letters.begin(), letters.end(), [point](const Range& range) {
        return point >= range.first && point <= range.last;
    });
}

bool is_blank(char32_t point) {
    return point == U' ' || (point >= 0x09 && point <= 0x0D) || point == 0xA0;
}

}  // namespace zf
