#pragma once

#include <string>
#include <string_view>

#include "zhangfang/store/connection.h"

namespace zf {

// What the module around ICU's tables of characters hands out, for search_key.h.
struct CollationDriver {
    static constexpr const char* module = "collation";
    std::string (*composed)(std::string_view text);
    Bytes (*sort_key)(std::string_view text);
    std::string (*sort_key_version)();
    // The letter a to z under which a character stands in a register; 0 where it has none:
    // punctuation, other scripts.
    char (*initial_of)(char32_t character);
};

}  // namespace zf
