#pragma once

#include <vector>

#include "zhangfang/report/report.h"

namespace zf::bookkeeping {

// Every report of the trade, in the order of its menus.
std::vector<ReportEntry> all_reports();

// Vouchers (凭证).
ReportEntry voucher_form_report();     // 记账凭证
ReportEntry voucher_cover_report();    // 凭证封面
ReportEntry voucher_summary_report();  // 凭证汇总表
ReportEntry month_binding_report();    // a month's vouchers, bound

// Books (账簿).
ReportEntry general_ledger_report();    // 总分类账
ReportEntry detail_ledger_report();     // 明细账
ReportEntry journal_report();           // 日记账
ReportEntry account_balances_report();  // 科目余额表
ReportEntry trial_balance_report();     // 试算平衡表
ReportEntry daily_report();             // 日报表
ReportEntry agreement_report();         // 对账
ReportEntry year_books_report();        // 集中账本打印

// The canteen.
ReportEntry publication_report();  // 伙食公布表

}  // namespace zf::bookkeeping
