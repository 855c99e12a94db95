#include "reports/ledger_query.h"
#include "reports/reports.h"

namespace zf::bookkeeping {

static Result<Document> build(const LedgerQuery& query, ReadContext& context) {
    return ledger_of("bk.journal", LedgerKind::journal, query, context);
}

ReportEntry journal_report() {
    return entry_of(FormReport<LedgerQuery>{
        .name = "bk.journal",
        .title = "Cash and bank journals",
        .help = "Cash and bank day by day: the other account of each line and the day's totals.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = ledger_query_fields(),
        .build = build,
    });
}

}  // namespace zf::bookkeeping
