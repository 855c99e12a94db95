#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 科目余额表.
struct ListBalances {
    static constexpr const char* command = "bk.balance.list";
    std::string book;
    std::string month, to;
    bool unposted = false;
    int level = 0;
    bool hide_zero = false;
};

inline std::vector<Field<ListBalances>> list_balances_fields() {
    return {
        book_field(&ListBalances::book),
        month_field(&ListBalances::month),
        month_field(&ListBalances::to, "to", "To month").help("Left out, the one month only."),
        field("unposted", &ListBalances::unposted, "With vouchers not yet posted"),
        field("level", &ListBalances::level, "Levels")
            .range(0, 9)
            .help("Accounts down to this level; 0 shows all."),
        field("hide_zero", &ListBalances::hide_zero, "Without accounts at zero"),
    };
}

}  // namespace zf::bookkeeping
