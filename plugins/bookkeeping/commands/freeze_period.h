#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 扎账: no voucher may be dated in the month any more.
struct FreezePeriod {
    static constexpr const char* command = "bk.period.freeze";
    std::string book;
    std::string month;
};

inline std::vector<Field<FreezePeriod>> freeze_period_fields() {
    return {book_field(&FreezePeriod::book), month_field(&FreezePeriod::month)};
}

}  // namespace zf::bookkeeping
