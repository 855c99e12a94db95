#pragma once

#include <vector>

#include "zhangfang/view/view.h"

namespace zf::bookkeeping {

// What the screens of the trade show. The lists carry the names that look-ups (F7) ask for.
std::vector<ListView> all_lists();
std::vector<FormView> all_forms();
std::vector<ScreenInfo> all_screens();
std::vector<MenuEntry> all_menu_entries();
std::vector<DashboardCard> all_cards();

// One file for each thing.
ListView book_list();
ListView account_list();
ListView flow_item_list();
ListView opening_list();
ListView voucher_list();
ListView voucher_version_list();
ListView number_gap_list();
ListView summary_phrase_list();
ListView template_list();
ListView period_list();
ListView balance_list();
ListView account_page_list();
ListView journal_page_list();
ListView canteen_month_list();
ListView agreement_list();

FormView create_book_form();
FormView add_account_form();
FormView save_account_form();
FormView enter_voucher_form();
FormView amend_voucher_form();
FormView hold_voucher_form();

}  // namespace zf::bookkeeping
