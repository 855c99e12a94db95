#pragma once

#include "commands/fields.h"
#include "reports/ledger_table.h"

namespace zf::bookkeeping {

// What a reader asks of ledgers and journals.
struct LedgerQuery {
    std::string book;
    std::vector<std::string> account;
    std::string month, to;
    bool unposted = false;
    bool month_openings = false;
    bool counter_accounts = false;
    bool plain_zero = false;
    bool money_grid = false;
    int rows_per_page = 0;
};

inline std::vector<Field<LedgerQuery>> ledger_query_fields() {
    return {
        book_field(&LedgerQuery::book),
        field("account", &LedgerQuery::account, "Accounts")
            .refers_to("bk.account")
            .help("Left out: every account of the book that moved or has a balance."),
        month_field(&LedgerQuery::month),
        month_field(&LedgerQuery::to, "to", "To month"),
        field("unposted", &LedgerQuery::unposted, "With vouchers not yet posted"),
        field("month_openings", &LedgerQuery::month_openings, "Opening balance of each month"),
        field("plain_zero", &LedgerQuery::plain_zero, "Write 0.00 for θ"),
        field("money_grid", &LedgerQuery::money_grid, "One column a digit"),
        field("rows_per_page", &LedgerQuery::rows_per_page, "Lines on a page")
            .range(0, 60)
            .help("0 takes as many as fit."),
    };
}

inline Field<LedgerQuery> counter_accounts_field() {
    return field("counter_accounts", &LedgerQuery::counter_accounts, "Counter accounts");
}

// The document that all three kinds of book answer with.
Result<Document> ledger_of(const std::string& name, LedgerKind kind, const LedgerQuery& query,
                           ReadContext& context);

}  // namespace zf::bookkeeping
