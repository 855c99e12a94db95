#include "reports/ledger_query.h"
#include "reports/reports.h"

namespace zf::bookkeeping {

static Result<Document> build(const LedgerQuery& query, ReadContext& context) {
    return ledger_of("bk.general_ledger", LedgerKind::general, query, context);
}

ReportEntry general_ledger_report() {
    return entry_of(FormReport<LedgerQuery>{
        .name = "bk.general_ledger",
        .title = "General ledger",
        .help = "Opening, total of each month and year to date of first-level accounts.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = ledger_query_fields(),
        .build = build,
    });
}

}  // namespace zf::bookkeeping
