#include <algorithm>

#include "commands/fields.h"
#include "domain/canteen_accounts.h"
#include "reports/book_paper.h"
#include "reports/reports.h"
#include "store/publication_facts.h"
#include "zhangfang/ledger/store/account_page.h"

namespace zf::bookkeeping {
namespace {

struct PublicationQuery {
    std::string book;
    std::string month;
    bool unposted = false;
    bool purchases = false;
};

ReportColumn text_column(const char* name, const char* label, int width) {
    return {.name = name, .label = label, .width = width};
}

ReportColumn money_column(const char* name, const char* label, int width = 300) {
    return {.name = name,
            .label = label,
            .type = ValueType::money,
            .width = width,
            .zero_is_blank = false};
}

ReportColumn count_column(const char* name, const char* label) {
    return {.name = name,
            .label = label,
            .type = ValueType::integer,
            .width = 200,
            .zero_is_blank = false};
}

TableBlock table_of(std::vector<ReportColumn> columns, std::vector<ReportRow> rows) {
    TableBlock table{.columns = std::move(columns)};
    table.rows = [rows = std::move(rows)] { return cursor_over(rows); };
    return table;
}

TextBlock section(const char* title) {
    return {.text = {title, {}}, .emphasis = Emphasis::bold, .size = 34};
}

// 现金, 银行, 合计 on one line; the grain subsidy where there is any.
TableBlock balances_table(const CanteenBalances& balances) {
    std::vector<ReportColumn> columns{money_column("cash", "Cash in hand"),
                                      money_column("bank", "Bank deposit")};
    ReportRow row;
    row.cells = {{.value = balances.cash}, {.value = balances.bank}};
    if (!balances.grain_subsidy.is_zero()) {
        columns.push_back(money_column("grain", "Less grain subsidy"));
        row.cells.push_back({.value = balances.grain_subsidy});
    }
    columns.push_back(money_column("mess_fee", "Balance of the mess fee"));
    row.cells.push_back({.value = balances.mess_fee, .emphasis = Emphasis::bold});
    return table_of(std::move(columns), {std::move(row)});
}

Cell item_cell(const PublicationLine& line) {
    return {.value = (line.is_part ? "　其中：" : "") + line.name};
}

// Income on the left, expenditure on the right, as such sheets have it.
TableBlock flow_table(const Publication& table) {
    std::vector<ReportRow> rows;
    const std::size_t count = std::max(table.income.size(), table.expenditure.size());
    for (std::size_t place = 0; place < count; ++place) {
        ReportRow row;
        row.cells.resize(4);
        if (place < table.income.size()) {
            row.cells[0] = item_cell(table.income[place]);
            row.cells[1].value = table.income[place].amount;
        }
        if (place < table.expenditure.size()) {
            row.cells[2] = item_cell(table.expenditure[place]);
            row.cells[3].value = table.expenditure[place].amount;
        }
        rows.push_back(std::move(row));
    }
    ReportRow total{.kind = RowKind::total};
    total.cells = {words("Income altogether"),
                   {.value = table.income_total},
                   words("Expenditure altogether"),
                   {.value = table.expenditure_total}};
    rows.push_back(std::move(total));
    return table_of({text_column("income", "Income", 480), money_column("income_amount", "Amount"),
                     text_column("expenditure", "Expenditure", 480),
                     money_column("expenditure_amount", "Amount")},
                    std::move(rows));
}

TableBlock headcount_table(const Publication& table) {
    std::vector<ReportRow> rows;
    for (const Headcount& each : table.headcounts) {
        ReportRow row;
        row.cells = {{.value = each.category},
                     {.value = std::int64_t{each.persons}},
                     {.value = std::int64_t{each.days}},
                     {.value = std::int64_t{each.persons} * each.days}};
        rows.push_back(std::move(row));
    }
    ReportRow total{.kind = RowKind::total};
    total.cells = {words("Total"), {}, {}, {.value = table.cost.person_days}};
    rows.push_back(std::move(total));
    return table_of({text_column("category", "Persons who ate", 480),
                     count_column("persons", "Persons"), count_column("days", "Days"),
                     count_column("person_days", "Person-days")},
                    std::move(rows));
}

KeyValuesBlock cost_block(const Publication& table) {
    KeyValuesBlock block{.columns = 2};
    const auto add = [&](const char* label, std::optional<Money> amount) {
        if (amount) block.items.push_back(said({"{0}", {*amount}}, label));
    };
    add("Income of a person-day", table.cost.daily_income);
    add("Cost of a person-day", table.cost.daily_cost);
    add("Standard of a person-day", table.standard);
    add("Allowed by the standard", table.cost.allowed);
    add("Over (+) or under (−) the standard", table.cost.over);
    return block;
}

// Printed small: three roads to one figure, or what does not agree.
std::vector<Block> proof_blocks(const Publication& table) {
    std::vector<Block> blocks;
    for (const Problem& problem : table.proofs)
        blocks.emplace_back(TextBlock{.text = problem.text, .emphasis = Emphasis::red, .size = 26});
    if (!table.proofs.empty()) return blocks;
    blocks.emplace_back(TextBlock{
        .text = {"Proof: {0} brought over + {1} surplus = {2} = cash {3} + bank {4} − grain "
                 "subsidy {5} = balance of the mess fee account ✓",
                 {table.opening.mess_fee, table.surplus, table.closing.mess_fee, table.closing.cash,
                  table.closing.bank, table.closing.grain_subsidy}},
        .emphasis = Emphasis::muted,
        .size = 24});
    return blocks;
}

// What the canteen bought; it adds up to the first line of the month's expenditure.
TableBlock purchases_table(const Account& mess_fee, PeriodKey month, const Book& book,
                           Include include, Reader reader) {
    std::vector<ReportRow> rows;
    for (const AccountLine& line : purchases_of(reader, book, mess_fee, month, include)) {
        const Amount amount = line.side == Side::debit ? line.amount : -line.amount;
        ReportRow row;
        row.cells = {{.value = line.date},
                     {.value = voucher_label(line.word, line.number, book.options.number_width)},
                     {.value = line.summary},
                     {.value = amount.money()}};
        row.link = voucher_link(book, line.period, line.word, line.number);
        rows.push_back(std::move(row));
    }
    TableBlock table = table_of(
        {{.name = "date", .label = "Date", .type = ValueType::date, .width = 220},
         text_column("number", "Voucher", 160),
         text_column("summary", "Summary", 700),
         money_column("amount", "Amount")},
        std::move(rows));
    table.columns.back().total = Total::sum;
    table.has_totals = true;
    return table;
}

Result<Document> build(const PublicationQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<PeriodKey> month = month_asked(reader, *book, query.month);
    if (!month) return month.error();
    const Include include = included(query.unposted);
    const Publication table = publication_of(publication_facts(reader, *book, *month, include),
                                             Working::none());

    Document document = paper_of(*book, "bk.publication", "Mess account of the month", include);
    document.heading = {unit_heading(*book), months_heading({*month, *month}),
                        currency_heading(*book)};
    document.signatures = {"Quartermaster", "Company commander", "Mess committee"};
    document.page.text_size = 32;
    auto& blocks = document.blocks;
    blocks.emplace_back(section("I. Brought over from last month"));
    blocks.emplace_back(balances_table(table.opening));
    blocks.emplace_back(section("II. Income and expenditure of the month"));
    blocks.emplace_back(flow_table(table));
    blocks.emplace_back(KeyValuesBlock{
        .items = {said({"{0}", {table.surplus}}, "Surplus of the month")}, .columns = 1});
    blocks.emplace_back(section("III. Balance at the end of the month"));
    blocks.emplace_back(balances_table(table.closing));
    blocks.emplace_back(section("IV. Persons and cost"));
    blocks.emplace_back(headcount_table(table));
    blocks.emplace_back(cost_block(table));
    if (query.purchases) {
        const auto mess_fee = AccountStore{reader, book->id}.find(mess_fee_code, month->year);
        blocks.emplace_back(section("V. Purchases"));
        if (mess_fee)
            blocks.emplace_back(purchases_table(*mess_fee, *month, *book, include, reader));
    }
    for (Block& block : proof_blocks(table)) blocks.push_back(std::move(block));
    return document;
}

}  // namespace

ReportEntry publication_report() {
    using Q = PublicationQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.publication",
        .title = "Mess account of the month",
        .help = "One page for the wall of the mess hall: balances, income, expenditure, persons "
                "and cost of a person-day.",
        .permission = "bk.read",
        .group = "Canteen",
        .place_of = place_of_paper,
        .parameters = {book_field(&Q::book),
                       field("month", &Q::month, "Month")
                           .pattern("[0-9]{4}[-/](0?[1-9]|1[0-2])")
                           .help("Such as 2008-01; left out, the first open month."),
                       field("unposted", &Q::unposted, "With vouchers not yet posted"),
                       field("purchases", &Q::purchases, "With a list of purchases")},
        .build = build,
    });
}

}  // namespace zf::bookkeeping
