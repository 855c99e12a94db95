#include "commands/list_balances.h"

#include "commands/balance_answer.h"
#include "commands/commands.h"
#include "commands/period_range.h"
#include "zhangfang/ledger/account_tree.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static bool is_zero(const AccountBalance& row) {
    return row.opening.is_zero() && row.debit.is_zero() && row.credit.is_zero() &&
           row.year_debit.is_zero() && row.year_credit.is_zero() && row.closing.is_zero();
}

static Record total_row(const TrialTotals& totals) {
    return {{"opening_debit", totals.opening_debit.money()},
            {"opening_credit", totals.opening_credit.money()},
            {"debit", totals.debit.money()},
            {"credit", totals.credit.money()},
            {"year_debit", totals.year_debit.money()},
            {"year_credit", totals.year_credit.money()},
            {"closing_debit", totals.closing_debit.money()},
            {"closing_credit", totals.closing_credit.money()}};
}

static Result<Record> list_balances(const ListBalances& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const auto range = range_of(context.snapshot(), *book, request.month, request.to);
    if (!range) return range.error();
    const auto balances = BalanceReader{context.snapshot()}.trial_balance(
        {.book = book->id,
         .year = range->from.year,
         .from = range->from.no,
         .to = range->to.no,
         .include = include_of(request.unposted)});
    const TrialTotals totals = trial_totals(balances);
    List rows;
    for (const AccountBalance& balance : balances) {
        const bool too_deep = request.level != 0 && balance.account.level > request.level;
        if (too_deep || (request.hide_zero && is_zero(balance))) continue;
        rows.emplace_back(balance_row(balance));
    }
    return Record{{"from", range->from.text()},
                  {"to", range->to.text()},
                  {"rows", std::move(rows)},
                  {"total", List{Value{total_row(totals)}}},
                  {"balanced", totals.is_balanced()}};
}

CommandEntry list_balances_command() {
    return entry_of(Query<ListBalances>{
        .name = ListBalances::command,
        .title = "Account balances",
        .help = "Shows opening, turnovers and closing balance of every account.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_balances_fields(),
        .answer = {rows_of("Accounts", balance_columns()),
                   rows_of("Total", balance_columns(), "total"), column("from", "From month"),
                   column("to", "To month"), column("balanced", "Balanced", ValueType::boolean)},
        .run = list_balances,
    });
}

}  // namespace zf::bookkeeping
