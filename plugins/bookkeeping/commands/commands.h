#pragma once

#include <vector>

#include "zhangfang/command/command.h"

namespace zf::bookkeeping {

// Every command of the trade, in the order of its menus.
std::vector<CommandEntry> all_commands();

// Books and their set-up (账套管理, 初始设置).
CommandEntry create_book_command();
CommandEntry save_book_command();
CommandEntry set_book_options_command();
CommandEntry list_books_command();
CommandEntry show_book_command();
CommandEntry archive_book_command();
CommandEntry finish_setup_command();
CommandEntry reopen_setup_command();
CommandEntry add_account_command();
CommandEntry save_account_command();
CommandEntry disable_account_command();
CommandEntry enable_account_command();
CommandEntry remove_account_command();
CommandEntry list_accounts_command();
CommandEntry add_dimension_item_command();
CommandEntry save_dimension_item_command();
CommandEntry disable_dimension_item_command();
CommandEntry list_dimension_items_command();
CommandEntry set_openings_command();
CommandEntry import_openings_command();
CommandEntry list_openings_command();
CommandEntry check_openings_command();

// Vouchers (日常账务, 凭证处理).
CommandEntry enter_voucher_command();
CommandEntry hold_voucher_command();
CommandEntry discard_voucher_command();
CommandEntry amend_voucher_command();
CommandEntry void_voucher_command();
CommandEntry restore_voucher_command();
CommandEntry review_voucher_command();
CommandEntry withdraw_review_command();
CommandEntry mark_voucher_wrong_command();
CommandEntry sign_voucher_command();
CommandEntry unsign_voucher_command();
CommandEntry reverse_voucher_command();
CommandEntry correct_voucher_command();
CommandEntry copy_voucher_command();
CommandEntry renumber_vouchers_command();
CommandEntry list_vouchers_command();
CommandEntry show_voucher_command();
CommandEntry list_versions_command();
CommandEntry import_vouchers_command();
CommandEntry entry_context_command();
CommandEntry list_templates_command();
CommandEntry fill_template_command();
CommandEntry run_template_command();
CommandEntry save_template_command();
CommandEntry remove_template_command();
CommandEntry list_summaries_command();
CommandEntry save_summary_command();
CommandEntry remove_summary_command();

// Books kept (账簿处理, 期末).
CommandEntry post_month_command();
CommandEntry unpost_month_command();
CommandEntry freeze_period_command();
CommandEntry unfreeze_period_command();
CommandEntry list_closing_checks_command();
CommandEntry prove_period_command();
CommandEntry close_period_command();
CommandEntry unclose_period_command();
CommandEntry list_periods_command();
CommandEntry open_year_command();
CommandEntry carry_year_command();
CommandEntry list_balances_command();
CommandEntry show_account_page_command();
CommandEntry show_journal_page_command();
CommandEntry list_gaps_command();
CommandEntry agree_book_command();
CommandEntry list_agreements_command();

// The canteen (公布表) and the leader's board (领导查询).
CommandEntry set_headcount_command();
CommandEntry show_headcount_command();
CommandEntry show_publication_command();
CommandEntry list_canteen_months_command();
CommandEntry show_leader_board_command();
CommandEntry show_work_command();
CommandEntry show_place_command();

}  // namespace zf::bookkeeping
