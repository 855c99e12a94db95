#include "commands/fields.h"
#include "reports/balance_table.h"
#include "reports/book_paper.h"
#include "reports/reports.h"

namespace zf::bookkeeping {
namespace {

struct AccountBalancesQuery {
    std::string book;
    std::string month, to;
    int levels = 0;
    bool unposted = false;
    bool year_opening = false;
    bool hides_zero = false;
    bool hides_unmoved = false;
};

Result<Document> build(const AccountBalancesQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const Include include = included(query.unposted);
    Document document = paper_of(*book, "bk.account_balances", "Account balances", include);
    document.page.paper = Paper::a4_landscape;
    document.heading = balance_heading(*book, *months);
    document.signatures = balance_signatures();
    document.blocks.emplace_back(balance_table({.months = *months,
                                                .include = include,
                                                .levels = query.levels,
                                                .has_year_opening = query.year_opening,
                                                .hides_zero = query.hides_zero,
                                                .hides_unmoved = query.hides_unmoved},
                                               *book, context));
    return document;
}

}  // namespace

ReportEntry account_balances_report() {
    using Q = AccountBalancesQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.account_balances",
        .title = "Account balances",
        .help = "Opening, turnovers and closing of every account; each leads to its detail ledger.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters =
            {
                book_field(&Q::book),
                month_field(&Q::month),
                month_field(&Q::to, "to", "To month"),
                field("levels", &Q::levels, "Levels")
                    .range(0, 9)
                    .help("Accounts down to this level; 0 shows all."),
                field("unposted", &Q::unposted, "With vouchers not yet posted"),
                field("year_opening", &Q::year_opening, "Balances at the beginning of the year"),
                field("hides_zero", &Q::hides_zero, "Hide accounts without any amount"),
                field("hides_unmoved", &Q::hides_unmoved, "Hide accounts that did not move"),
            },
        .build = build,
    });
}

}  // namespace zf::bookkeeping
