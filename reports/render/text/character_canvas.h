#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"

namespace zf::reports {

// Lines of character columns; a wide character takes two.
class CharacterCanvas {
public:
    void put(int line, int column, std::string_view text);
    // Draws a rule, where no text stands; crossing rules meet in a plus.
    void put_horizontal(int line, int first, int last, char32_t with = U'-');
    void put_vertical(int column, int first, int last);

    std::string text() const;  // without blanks at the ends of lines

private:
    char32_t& at(int line, int column);

    std::vector<std::vector<char32_t>> cells_;  // 0: empty; 1: taken by the wide one before
};

}  // namespace zf::reports
