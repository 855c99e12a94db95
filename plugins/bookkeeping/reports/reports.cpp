#include "reports/reports.h"

namespace zf::bookkeeping {

std::vector<ReportEntry> all_reports() {
    return {voucher_form_report(),  voucher_cover_report(),    voucher_summary_report(),
            month_binding_report(), general_ledger_report(),   detail_ledger_report(),
            journal_report(),       account_balances_report(), trial_balance_report(),
            daily_report(),         agreement_report(),        year_books_report(),
            publication_report()};
}

}  // namespace zf::bookkeeping
