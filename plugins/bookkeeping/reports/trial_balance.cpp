#include "commands/fields.h"
#include "reports/balance_table.h"
#include "reports/reports.h"
#include "zhangfang/ledger/account_tree.h"

namespace zf::bookkeeping {
namespace {

struct TrialBalanceQuery {
    std::string book;
    std::string month, to;
    bool unposted = false;
};

// 借方 = 贷方 of opening, period, year and closing, each said with its figure.
std::vector<Block> proof(const TrialTotals& totals) {
    struct Equation {
        const char* what;
        Amount debit, credit;
    };
    std::vector<Block> blocks;
    for (const Equation& each :
         {Equation{"Opening balance", totals.opening_debit, totals.opening_credit},
          Equation{"Turnover of the period", totals.debit, totals.credit},
          Equation{"Turnover of the year", totals.year_debit, totals.year_credit},
          Equation{"Closing balance", totals.closing_debit, totals.closing_credit}}) {
        TextBlock line{.size = 28};
        if (each.debit == each.credit) {
            line.text = {"{0}: debit = credit = {1} ✓",
                         {std::string{each.what}, each.debit.money()}};
        } else {
            line.emphasis = Emphasis::red;
            line.text = {"{0}: debit {1} ≠ credit {2}, difference {3} ✗",
                         {std::string{each.what}, each.debit.money(), each.credit.money(),
                          (each.debit - each.credit).money()}};
        }
        blocks.emplace_back(std::move(line));
    }
    return blocks;
}

Result<Document> build(const TrialBalanceQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const BalancePaper paper{.months = *months, .include = included(query.unposted), .levels = 1};
    Document document = paper_of(*book, "bk.trial_balance", "Trial balance", paper.include);
    document.page.paper = Paper::a4_landscape;
    document.heading = balance_heading(*book, *months);
    document.signatures = balance_signatures();
    document.blocks.emplace_back(balance_table(paper, *book, context));
    for (Block& block : proof(trial_totals(balances_in(paper, *book, reader))))
        document.blocks.push_back(std::move(block));
    return document;
}

}  // namespace

ReportEntry trial_balance_report() {
    using Q = TrialBalanceQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.trial_balance",
        .title = "Trial balance",
        .help = "First-level accounts and the proof that debit equals credit.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = {book_field(&Q::book), month_field(&Q::month),
                       month_field(&Q::to, "to", "To month"),
                       field("unposted", &Q::unposted, "With vouchers not yet posted")},
        .build = build,
    });
}

}  // namespace zf::bookkeeping
