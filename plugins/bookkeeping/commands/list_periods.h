#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The months of a year and how they stand; the year end last.
struct ListPeriods {
    static constexpr const char* command = "bk.period.list";
    std::string book;
    int year = 0;
};

inline std::vector<Field<ListPeriods>> list_periods_fields() {
    return {book_field(&ListPeriods::book), year_field(&ListPeriods::year)};
}

}  // namespace zf::bookkeeping
