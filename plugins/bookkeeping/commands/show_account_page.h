#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 明细账 of an account, a screen at a time.
struct ShowAccountPage {
    static constexpr const char* command = "bk.account.page";
    std::string book;
    std::string account;
    std::string month, to;
    bool unposted = false;
    std::string item;
    std::int64_t row = 0;
    std::string after;
    int limit = 200;
};

inline std::vector<Field<ShowAccountPage>> show_account_page_fields() {
    using S = ShowAccountPage;
    return {
        book_field(&S::book),
        account_field(&S::account).required(),
        month_field(&S::month),
        month_field(&S::to, "to", "To month").help("Left out, the one month only."),
        field("unposted", &S::unposted, "With vouchers not yet posted"),
        field("item", &S::item, "Item")
            .refers_to("bk.dimension_item")
            .help("Only lines with this item of the account's dimension."),
        field("row", &S::row, "From row").range(0, 1'000'000'000),
        field("after", &S::after, "Continue after"),
        field("limit", &S::limit, "Rows at most").range(1, 10'000).defaults_to("200"),
    };
}

}  // namespace zf::bookkeeping
