#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 反扎账: the month takes vouchers again.
struct UnfreezePeriod {
    static constexpr const char* command = "bk.period.unfreeze";
    std::string book;
    std::string month;
};

inline std::vector<Field<UnfreezePeriod>> unfreeze_period_fields() {
    return {book_field(&UnfreezePeriod::book), month_field(&UnfreezePeriod::month)};
}

}  // namespace zf::bookkeeping
