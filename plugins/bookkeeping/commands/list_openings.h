#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The sheet of opening balances: every account that takes entries, with what was given so far.
struct ListOpenings {
    static constexpr const char* command = "bk.opening.list";
    std::string book;
};

inline std::vector<Field<ListOpenings>> list_openings_fields() {
    return {book_field(&ListOpenings::book)};
}

}  // namespace zf::bookkeeping
