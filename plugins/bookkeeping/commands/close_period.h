#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 结账: the month becomes immutable. Closing 2008-13 seals the year.
struct ClosePeriod {
    static constexpr const char* command = "bk.period.close";
    std::string book;
    std::string month;
};

inline std::vector<Field<ClosePeriod>> close_period_fields() {
    return {book_field(&ClosePeriod::book), month_field(&ClosePeriod::month)};
}

}  // namespace zf::bookkeeping
