#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 断号: numbers that are missing in a month.
struct ListGaps {
    static constexpr const char* command = "bk.gaps.list";
    std::string book;
    std::string month;
};

inline std::vector<Field<ListGaps>> list_gaps_fields() {
    return {book_field(&ListGaps::book), month_field(&ListGaps::month)};
}

}  // namespace zf::bookkeeping
