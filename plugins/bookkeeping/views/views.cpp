#include "views/views.h"

namespace zf::bookkeeping {

std::vector<ListView> all_lists() {
    return {book_list(),         account_list(),         flow_item_list(),  opening_list(),
            voucher_list(),      voucher_version_list(), number_gap_list(), summary_phrase_list(),
            template_list(),     period_list(),          balance_list(),    account_page_list(),
            journal_page_list(), canteen_month_list(),   agreement_list()};
}

std::vector<FormView> all_forms() {
    return {create_book_form(),   add_account_form(),   save_account_form(),
            enter_voucher_form(), amend_voucher_form(), hold_voucher_form()};
}

std::vector<ScreenInfo> all_screens() {
    return {{.name = "bk.voucher_grid", .title = "Voucher entry"}};
}

std::vector<DashboardCard> all_cards() {
    return {
        {.title = "What waits", .query = "bk.work.show", .opens = "bk.voucher"},
        {.title = "Mess account of the month",
         .query = "bk.canteen.publication",
         .opens = "bk.publication"},
        {.title = "Leader's board", .query = "bk.leader.board", .opens = "bk.account_balances"},
    };
}

}  // namespace zf::bookkeeping
