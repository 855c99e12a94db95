#include "reports/balance_table.h"

namespace zf::bookkeeping {

std::vector<KeyValue> balance_heading(const Book& book, const MonthRange& months) {
    return {unit_heading(book), months_heading(months), currency_heading(book)};
}

std::vector<std::string> balance_signatures() {
    return {"Chief accountant", "Checked by", "Prepared by"};
}

std::vector<AccountBalance> balances_in(const BalancePaper& paper, const Book& book,
                                        Reader reader) {
    return BalanceReader{reader}.trial_balance({.book = book.id,
                                                .year = paper.months.from.year,
                                                .from = paper.months.from.no,
                                                .to = paper.months.to.no,
                                                .include = paper.include});
}

static bool is_shown(const AccountBalance& row, const BalancePaper& paper) {
    if (paper.levels > 0 && row.account.level > paper.levels) return false;
    const bool moved = !row.debit.is_zero() || !row.credit.is_zero();
    if (paper.hides_unmoved && !moved) return false;
    const bool has_any = moved || !row.opening.is_zero() || !row.closing.is_zero() ||
                         !row.year_debit.is_zero() || !row.year_credit.is_zero();
    return has_any || !paper.hides_zero;
}

// A debit-positive balance as two columns.
static void add_balance(ReportRow& row, Amount balance) {
    const bool is_debit = balance > Amount{};
    row.cells.push_back({.value = is_debit ? balance.money() : Money{}});
    row.cells.push_back({.value = is_debit ? Money{} : (-balance).money()});
}

static void add_turnover(ReportRow& row, Amount debit, Amount credit) {
    row.cells.push_back({.value = debit.money()});
    row.cells.push_back({.value = credit.money()});
}

static ReportRow report_row(const AccountBalance& balance, const BalancePaper& paper,
                            const Book& book) {
    const Account& account = balance.account;
    ReportRow row{.kind = account.level == 1 ? RowKind::detail : RowKind::part};
    const std::string indent(2 * static_cast<std::size_t>(account.level - 1), ' ');
    row.cells.push_back({.value = account.code});
    row.cells.push_back({.value = indent + account.name});
    if (paper.has_year_opening) add_balance(row, balance.year_opening);
    add_balance(row, balance.opening);
    add_turnover(row, balance.debit, balance.credit);
    add_turnover(row, balance.year_debit, balance.year_credit);
    add_balance(row, balance.closing);
    row.link = Link{"bk.detail_ledger",
                    {{"book", book.code},
                     {"account", List{Value{account.code}}},
                     {"month", paper.months.from.text()},
                     {"to", paper.months.to.text()}}};
    return row;
}

static void add_pair(std::vector<ReportColumn>& columns, const std::string& name,
                     const char* group) {
    const auto column = [&](const char* side, const char* label) {
        return ReportColumn{.name = name + side,
                            .label = label,
                            .type = ValueType::money,
                            .width = 230,
                            .total = Total::sum,
                            .group = group};
    };
    columns.push_back(column("_debit", "Debit"));
    columns.push_back(column("_credit", "Credit"));
}

TableBlock balance_table(const BalancePaper& paper, const Book& book, ReadContext& context) {
    TableBlock table;
    table.columns = {{.name = "code", .label = "Account code", .width = 140},
                     {.name = "name", .label = "Account name", .width = 260}};
    if (paper.has_year_opening) add_pair(table.columns, "year_opening", "Beginning of the year");
    add_pair(table.columns, "opening", "Opening balance");
    add_pair(table.columns, "period", "Turnover of the period");
    add_pair(table.columns, "year", "Turnover of the year");
    add_pair(table.columns, "closing", "Closing balance");
    table.has_totals = true;
    table.rows = [paper, book, &context] {
        std::vector<ReportRow> rows;
        for (const AccountBalance& balance : balances_in(paper, book, context.snapshot()))
            if (is_shown(balance, paper)) rows.push_back(report_row(balance, paper, book));
        return cursor_over(std::move(rows));
    };
    return table;
}

}  // namespace zf::bookkeeping
