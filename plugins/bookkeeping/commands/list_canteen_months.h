#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The canteen month by month: what came in, what was spent, what a person-day cost.
struct ListCanteenMonths {
    static constexpr const char* command = "bk.canteen_month.list";
    std::string book;
    int year = 0;
    bool with_unposted = false;
};

inline std::vector<Field<ListCanteenMonths>> list_canteen_months_fields() {
    return {
        book_field(&ListCanteenMonths::book),
        year_field(&ListCanteenMonths::year),
        field("with_unposted", &ListCanteenMonths::with_unposted, "With unposted vouchers"),
    };
}

}  // namespace zf::bookkeeping
