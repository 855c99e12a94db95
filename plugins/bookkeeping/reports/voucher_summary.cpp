#include "reports/voucher_summary.h"

#include "domain/account_names.h"
#include "reports/reports.h"
#include "reports/voucher_query.h"

namespace zf::bookkeeping {
namespace {

Result<Document> build(const VoucherQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    Document document = paper_of(*book, "bk.voucher_summary", "Summary of vouchers",
                                 included(!query.posted_only));
    const VoucherTotals totals = totals_of(filter_of(query, *months), *book, reader);
    document.heading = voucher_summary_heading(*book, *months, totals);
    document.signatures = {"Chief accountant", "Checked by", "Prepared by"};
    document.blocks.emplace_back(voucher_summary_table(
        totals, AccountStore{reader, book->id}.all(months->from.year), query.levels));
    return document;
}

}  // namespace

std::vector<KeyValue> voucher_summary_heading(const Book& book, const MonthRange& months,
                                              const VoucherTotals& totals) {
    return {unit_heading(book),
            months_heading(months),
            currency_heading(book),
            said({"{0}", {spans_text(totals.words())}}, "Voucher numbers"),
            said({"{0} vouchers", {std::int64_t{totals.vouchers()}}}),
            said({"{0} attachments", {std::int64_t{totals.attachments()}}})};
}

TableBlock voucher_summary_table(const VoucherTotals& totals, const AccountList& accounts,
                                 int levels) {
    const auto amount = [](const char* name, const char* label) {
        return ReportColumn{.name = name,
                            .label = label,
                            .type = ValueType::money,
                            .width = 320,
                            .total = Total::sum};
    };
    TableBlock table;
    table.columns = {{.name = "code", .label = "Account code", .width = 200},
                     {.name = "name", .label = "Account name", .width = 500},
                     amount("debit", "Debit"),
                     amount("credit", "Credit")};
    table.has_totals = true;
    std::vector<ReportRow> rows;
    for (const SummaryRow& each : summary_rows(totals, accounts, levels)) {
        ReportRow row{.kind = each.account.level == 1 ? RowKind::detail : RowKind::part};
        row.cells = {{.value = each.account.code},
                     {.value = full_name_of(each.account, accounts)},
                     {.value = each.turnover.debit.money()},
                     {.value = each.turnover.credit.money()}};
        rows.push_back(std::move(row));
    }
    table.rows = [rows] { return cursor_over(rows); };
    return table;
}

ReportEntry voucher_summary_report() {
    using Q = VoucherQuery;
    auto fields = range_fields();
    fields.push_back(field("levels", &Q::levels, "Levels")
                         .range(0, 9)
                         .defaults_to("1")
                         .help("Accounts down to this level; 0 shows all."));
    return entry_of(FormReport<Q>{
        .name = "bk.voucher_summary",
        .title = "Summary of vouchers",
        .help = "What the vouchers of a range moved, account by account.",
        .permission = "bk.read",
        .group = "Vouchers",
        .place_of = place_of_paper,
        .parameters = std::move(fields),
        .build = build,
    });
}

}  // namespace zf::bookkeeping
