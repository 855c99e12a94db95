#include "reports/balance_table.h"
#include "reports/reports.h"
#include "reports/voucher_cover.h"
#include "reports/voucher_query.h"
#include "reports/voucher_summary.h"

namespace zf::bookkeeping {
namespace {

PageFrame bare() {
    return {.is_shown = false};
}

GridBlock cover_of(const VoucherQuery& query, const Book& book, const MonthRange& months,
                   const VoucherTotals& totals, const PageSetup& page) {
    const CoverFace face{.unit = book.name,
                         .months = months,
                         .totals = totals,
                         .volume = query.volume,
                         .volumes = query.volumes,
                         .chief = book.finance_head,
                         .bound_by = query.bound_by};
    const int width = size_of(page.paper).width - page.margin_left - page.margin_right;
    return draw_cover(face, width, 1280);
}

ReportRow attachment_row(const Voucher& voucher, const Book& book) {
    ReportRow row{.is_voided = voucher.state == VoucherState::voided};
    const std::string summary = voucher.entries.empty() ? "" : voucher.entries.front().summary;
    row.cells = {{.value = voucher.date},
                 {.value = voucher_label(voucher.word, voucher.number, book.options.number_width)},
                 {.value = summary},
                 {.value = std::int64_t{voucher.attachments.value_or(0)}}};
    row.link = voucher_link(book, voucher.period, voucher.word, voucher.number);
    return row;
}

// 附件清单: how many papers hang on each voucher.
TableBlock attachments_table(const VoucherFilter& filter, const Book& book, ReadContext& context) {
    TableBlock table;
    table.columns = {{.name = "date", .label = "Date", .type = ValueType::date, .width = 260},
                     {.name = "number", .label = "Voucher", .width = 200},
                     {.name = "summary", .label = "Summary", .width = 900},
                     {.name = "attachments",
                      .label = "Attachments",
                      .type = ValueType::integer,
                      .width = 200,
                      .total = Total::sum}};
    table.has_totals = true;
    table.rows = [filter, book, &context] {
        std::shared_ptr<VoucherCursor> cursor = VoucherStore{context.snapshot(), book.id}.cursor(
            filter);
        return cursor_from([cursor, book](ReportRow& row) {
            const Voucher* voucher = cursor->next();
            if (voucher != nullptr) row = attachment_row(*voucher, book);
            return voucher != nullptr;
        });
    };
    return table;
}

void add_balances(std::vector<Block>& blocks, const Book& book, const MonthRange& months,
                  ReadContext& context) {
    blocks.emplace_back(PageFrame{.title = "Account balances",
                                  .heading = balance_heading(book, months),
                                  .signatures = balance_signatures()});
    blocks.emplace_back(Bookmark{.title = "Account balances", .is_message = true});
    blocks.emplace_back(balance_table({.months = months}, book, context));
}

void add_summary(std::vector<Block>& blocks, const Book& book, const MonthRange& months,
                 const VoucherTotals& totals, const AccountList& accounts) {
    blocks.emplace_back(PageFrame{.title = "Summary of vouchers",
                                  .heading = voucher_summary_heading(book, months, totals),
                                  .signatures = balance_signatures()});
    blocks.emplace_back(Bookmark{.title = "Summary of vouchers", .is_message = true});
    blocks.emplace_back(voucher_summary_table(totals, accounts, 1));
}

// 科目余额表 on top, then what the vouchers moved, the vouchers in number order, what hangs on
// them (§16.6).
Result<Document> build(const VoucherQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const VoucherFilter filter = filter_of(query, *months);
    const VoucherTotals totals = totals_of(filter, *book, reader);
    const BookNames names = names_in(reader, *book, months->from.year);

    Document document = paper_of(*book, "bk.month_binding", "Bound vouchers of the month");
    document.page = page_of(VoucherPaper::a4_two_up);
    auto& blocks = document.blocks;
    blocks.emplace_back(bare());
    blocks.emplace_back(Bookmark{.title = "Cover of vouchers", .is_message = true});
    blocks.emplace_back(cover_of(query, *book, *months, totals, document.page));
    add_balances(blocks, *book, *months, context);
    add_summary(blocks, *book, *months, totals, names.accounts);
    blocks.emplace_back(bare());
    blocks.emplace_back(Bookmark{.title = "Vouchers", .is_message = true});
    blocks.emplace_back(voucher_sheets(
        {.lines = query.lines, .has_money_grid = query.money_grid}, *book, names,
        [&context, filter, id = book->id] {
            return VoucherStore{context.snapshot(), id}.cursor(filter);
        },
        [&context](Id<Voucher> voucher) { return prints_before(voucher, context.snapshot()); }));
    blocks.emplace_back(PageFrame{.title = "Attachments of the vouchers",
                                  .heading = {unit_heading(*book), months_heading(*months)},
                                  .signatures = {"Checked by", "Prepared by"}});
    blocks.emplace_back(Bookmark{.title = "Attachments of the vouchers", .is_message = true});
    blocks.emplace_back(attachments_table(filter, *book, context));
    count_as_printed(document, filter, *book, reader);
    return document;
}

}  // namespace

ReportEntry month_binding_report() {
    using Q = VoucherQuery;
    std::vector<Field<Q>> fields{
        book_field(&Q::book), month_field(&Q::month),
        field("posted_only", &Q::posted_only, "Posted vouchers only").defaults_to("true"),
        field("lines", &Q::lines, "Lines on a sheet").range(2, 12).defaults_to("5"),
        field("money_grid", &Q::money_grid, "One column a digit").defaults_to("true")};
    for (auto& each : cover_fields()) fields.push_back(std::move(each));
    return entry_of(FormReport<Q>{
        .name = "bk.month_binding",
        .title = "Bound vouchers of the month",
        .help = "Cover, account balances, summary, every voucher two on a page and the list of "
                "attachments: what is bound at the end of a month.",
        .permission = "bk.print",
        .group = "Vouchers",
        .place_of = place_of_paper,
        .parameters = std::move(fields),
        .counts_prints = true,
        .build = build,
    });
}

}  // namespace zf::bookkeeping
