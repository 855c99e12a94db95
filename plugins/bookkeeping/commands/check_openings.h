#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 验证 and 试算平衡 of the opening balances.
struct CheckOpenings {
    static constexpr const char* command = "bk.opening.check";
    std::string book;
};

inline std::vector<Field<CheckOpenings>> check_openings_fields() {
    return {book_field(&CheckOpenings::book)};
}

}  // namespace zf::bookkeeping
