#include "views/views.h"

namespace zf::bookkeeping {

// 科目余额表 → 明细账 → 凭证: each row leads one step further down.
ListView balance_list() {
    return {.name = "bk.balance",
            .title = "Account balances",
            .query = "bk.balance.list",
            .key = "account",
            .filters = {"month", "to", "unposted", "level", "hide_zero"},
            .opens = "bk.account_page",
            .actions = {"bk.account_balances"},
            .empty_text = "The chart has no account yet.",
            .empty_action = "bk.account.add"};
}

ListView account_page_list() {
    return {.name = "bk.account_page",
            .title = "Detail ledger",
            .query = "bk.account.page",
            .columns = {"date", "voucher", "summary", "counter_account", "debit", "credit",
                        "direction", "balance", "item"},
            .key = "voucher",
            .filters = {"account", "month", "to", "unposted", "item"},
            .opens = "bk.voucher_grid",
            .actions = {"bk.detail_ledger"},
            .empty_text = "This account has no lines in these months."};
}

ListView journal_page_list() {
    return {.name = "bk.journal_page",
            .title = "Cash and bank journals",
            .query = "bk.journal.page",
            .columns = {"date", "voucher", "summary", "counter_account", "debit", "credit",
                        "direction", "balance"},
            .key = "voucher",
            .filters = {"account", "month", "to", "unposted"},
            .opens = "bk.voucher_grid",
            .actions = {"bk.journal"},
            .empty_text = "This account has no lines in these months."};
}

ListView canteen_month_list() {
    return {.name = "bk.canteen_month",
            .title = "The canteen's year",
            .query = "bk.canteen.months",
            .key = "month",
            .filters = {"year", "unposted"},
            .opens = "bk.publication",
            .actions = {"bk.canteen.headcount.set"},
            .empty_text = "The canteen has no month in this year yet."};
}

}  // namespace zf::bookkeeping
