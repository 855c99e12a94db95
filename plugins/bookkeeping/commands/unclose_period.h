#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 反结账: of the newest closed month only.
struct UnclosePeriod {
    static constexpr const char* command = "bk.period.unclose";
    std::string book;
    std::string month;
    std::string security_code;
};

inline std::vector<Field<UnclosePeriod>> unclose_period_fields() {
    return {
        book_field(&UnclosePeriod::book),
        month_field(&UnclosePeriod::month).help("Left out, the newest closed one."),
        security_code_field(&UnclosePeriod::security_code),
    };
}

}  // namespace zf::bookkeeping
