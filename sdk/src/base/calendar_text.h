#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zf {

// The whole numbers of "2008-01-31" or "2008/1": a year of four digits, then parts of one or two,
// with the same separator (- / or .) between all. Nothing when the text is written otherwise.
std::optional<std::vector<unsigned>> calendar_parts(std::string_view text);

// A whole number with zeros in front: (7, 2) is "07".
std::string padded(unsigned number, std::size_t width);

}  // namespace zf
