#pragma once

#include "commands/opening_rows.h"

namespace zf::bookkeeping {

// 期初余额: only while the book is being set up. A balance of zero takes a line away.
struct SetOpenings {
    static constexpr const char* command = "bk.opening.set";
    std::string book;
    std::vector<OpeningLine> opening;
    bool replaces_all = false;
};

inline std::vector<Field<SetOpenings>> set_openings_fields() {
    return {
        book_field(&SetOpenings::book),
        lines("opening", &SetOpenings::opening, "Opening balances", opening_line_fields())
            .required(),
        field("replaces_all", &SetOpenings::replaces_all, "Take all others away"),
    };
}

}  // namespace zf::bookkeeping
