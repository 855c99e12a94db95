#include "commands/fields.h"
#include "reports/book_paper.h"
#include "reports/reports.h"
#include "store/agreement_facts.h"

namespace zf::bookkeeping {
namespace {

struct AgreementQuery {
    std::string book;
    std::string month, to;
};

TableBlock table_of(const std::vector<Agreement>& agreements) {
    TableBlock table;
    table.columns = {
        {.name = "check", .label = "Comparison", .width = 900},
        {.name = "stands", .label = "Agrees", .align = Align::centre, .width = 200},
        {.name = "differences", .label = "Differences", .type = ValueType::integer, .width = 200}};
    std::vector<ReportRow> rows;
    for (const Agreement& each : agreements) {
        ReportRow row;
        row.cells = {words(each.title),
                     {.value = each.stands() ? "✓" : "✗",
                      .emphasis = each.stands() ? Emphasis::none : Emphasis::red},
                     {.value = static_cast<std::int64_t>(each.differences.size())}};
        rows.push_back(std::move(row));
    }
    table.rows = [rows] { return cursor_over(rows); };
    return table;
}

Result<Document> build(const AgreementQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const auto agreements = agreements_of(
        agreement_facts(reader, *book, *months, [&](std::int64_t done, std::int64_t total) {
            context.progress().step(done, total);
        }));
    Document document = paper_of(*book, "bk.agreement", "Agreement of the books");
    document.heading = {unit_heading(*book), months_heading(*months), currency_heading(*book)};
    document.signatures = {"Chief accountant", "Checked by", "Prepared by"};
    document.blocks.emplace_back(table_of(agreements));
    for (const Agreement& each : agreements)
        for (const Problem& difference : each.differences)
            document.blocks.emplace_back(
                TextBlock{.text = difference.text, .emphasis = Emphasis::red, .size = 28});
    return document;
}

}  // namespace

ReportEntry agreement_report() {
    using Q = AgreementQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.agreement",
        .title = "Agreement of the books",
        .help = "Vouchers, general ledger, detail ledgers, journals, items and the mess account "
                "held against each other.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = {book_field(&Q::book), month_field(&Q::month),
                       month_field(&Q::to, "to", "To month")},
        .build = build,
    });
}

}  // namespace zf::bookkeeping
