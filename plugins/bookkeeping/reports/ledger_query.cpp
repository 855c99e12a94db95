#include "reports/ledger_query.h"

namespace zf::bookkeeping {

Result<Document> ledger_of(const std::string& name, LedgerKind kind, const LedgerQuery& query,
                           ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const LedgerPaper paper{.kind = kind,
                            .months = *months,
                            .include = included(query.unposted),
                            .has_month_openings = query.month_openings,
                            .has_counter_accounts = query.counter_accounts ||
                                                    kind == LedgerKind::journal,
                            .plain_zero = query.plain_zero,
                            .has_money_grid = query.money_grid,
                            .rows_per_page = query.rows_per_page};
    const auto accounts = accounts_asked(query.account, kind, *months, paper.include, *book,
                                         reader);
    if (!accounts) return accounts.error();
    return ledger_document(name, paper, *book, *accounts,
                           names_in(reader, *book, months->from.year), context);
}

}  // namespace zf::bookkeeping
