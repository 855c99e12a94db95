#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"

namespace zf {

// UTF-8 helpers. All text inside the product is valid UTF-8 without NUL; other encodings end at
// sdk/transfer.
ZF_EXPORT bool is_valid_utf8(std::string_view text);  // false for NUL, surrogates, overlong forms
ZF_EXPORT std::size_t code_point_count(std::string_view text);
ZF_EXPORT std::size_t visible_code_point_count(std::string_view text);  // spaces (also U+3000) not
                                                                        // counted
ZF_EXPORT std::u32string to_code_points(std::string_view text);
ZF_EXPORT std::string to_utf8(std::u32string_view text);
ZF_EXPORT std::string trim(std::string_view text);  // ASCII blanks and U+3000 at both ends
ZF_EXPORT std::vector<std::string> split(std::string_view text, char separator);
ZF_EXPORT std::string half_width(std::string_view text);  // ０１＝／．。－ → 01=/..-; for codes,
                                                          // amounts, dates
ZF_EXPORT std::string with_thousands(std::string_view plain_decimal);  // "-1234.50" → "-1,234.50"

}  // namespace zf
