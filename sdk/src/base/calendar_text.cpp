#include "calendar_text.h"

#include <algorithm>

#include "zhangfang/base/text.h"

namespace zf {

std::optional<std::vector<unsigned>> calendar_parts(std::string_view text) {
    const std::size_t first_separator = text.find_first_of("-/.");
    if (first_separator == std::string_view::npos) return std::nullopt;

    std::vector<unsigned> parts;
    for (const std::string& part : split(text, text[first_separator])) {
        const bool fits = parts.empty() ? part.size() == 4 : part.size() == 1 || part.size() == 2;
        if (!fits || part.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
        parts.push_back(static_cast<unsigned>(std::stoul(part)));
    }
    return parts;
}

std::string padded(unsigned number, std::size_t width) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

}  // namespace zf
