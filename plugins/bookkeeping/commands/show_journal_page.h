#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 日记账 of cash or a bank account: with counter accounts and totals by day.
struct ShowJournalPage {
    static constexpr const char* command = "bk.journal.page";
    std::string book;
    std::string account;
    std::string month, to;
    bool unposted = false;
    std::int64_t row = 0;
    std::string after;
    int limit = 200;
};

inline std::vector<Field<ShowJournalPage>> show_journal_page_fields() {
    using S = ShowJournalPage;
    return {
        book_field(&S::book),
        account_field(&S::account).required(),
        month_field(&S::month),
        month_field(&S::to, "to", "To month").help("Left out, the one month only."),
        field("unposted", &S::unposted, "With vouchers not yet posted"),
        field("row", &S::row, "From row").range(0, 1'000'000'000),
        field("after", &S::after, "Continue after"),
        field("limit", &S::limit, "Rows at most").range(1, 10'000).defaults_to("200"),
    };
}

}  // namespace zf::bookkeeping
