#pragma once

#include "commands/set_headcount.h"

namespace zf::bookkeeping {

// Who ate in a month. A month that nobody counted yet answers with what the newest one before it
// suggests, so that only changes need to be typed.
struct ShowHeadcount {
    static constexpr const char* command = "bk.headcount.show";
    std::string book;
    std::string month;
};

inline std::vector<Field<ShowHeadcount>> show_headcount_fields() {
    return {book_field(&ShowHeadcount::book), canteen_month_field(&ShowHeadcount::month)};
}

}  // namespace zf::bookkeeping
