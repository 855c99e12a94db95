#include "reports/ledger_query.h"
#include "reports/reports.h"

namespace zf::bookkeeping {

static Result<Document> build(const LedgerQuery& query, ReadContext& context) {
    return ledger_of("bk.detail_ledger", LedgerKind::detail, query, context);
}

ReportEntry detail_ledger_report() {
    auto fields = ledger_query_fields();
    fields.push_back(counter_accounts_field());
    return entry_of(FormReport<LedgerQuery>{
        .name = "bk.detail_ledger",
        .title = "Detail ledger",
        .help = "Every line of an account with the balance after it; each leads to its voucher.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = std::move(fields),
        .build = build,
    });
}

}  // namespace zf::bookkeeping
