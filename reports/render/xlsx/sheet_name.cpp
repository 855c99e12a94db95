#include "render/xlsx/sheet_name.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "zhangfang/base/text.h"

namespace zf::reports {

static constexpr std::size_t longest = 31;

// Lengths count as the file format does: a character beyond U+FFFF is two.
static std::u32string cut(const std::u32string& text, std::size_t room) {
    std::u32string kept;
    std::size_t units = 0;
    for (const char32_t character : text) {
        units += character > 0xFFFF ? 2 : 1;
        if (units > room) break;
        kept += character;
    }
    return kept;
}

static std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

std::string SheetNames::name_for(std::string_view wish) {
    std::u32string name;
    for (const char32_t character : to_code_points(wish)) {
        const bool is_bad = character < 0x20 || std::u32string_view{U"[]:*?/\\"}.find(character) !=
                                                    std::u32string_view::npos;
        name += is_bad ? U' ' : character;
    }
    while (!name.empty() && (name.front() == U'\'' || name.front() == U' ')) name.erase(0, 1);
    name = cut(name, longest);
    while (!name.empty() && (name.back() == U'\'' || name.back() == U' ')) name.pop_back();
    if (name.empty()) name = U"1";
    std::string chosen = to_utf8(name);
    for (int number = 2; !taken_.insert(lower(chosen)).second; ++number) {
        const std::string ending = " (" + std::to_string(number) + ")";
        chosen = to_utf8(cut(name, longest - ending.size())) + ending;
    }
    return chosen;
}

}  // namespace zf::reports
