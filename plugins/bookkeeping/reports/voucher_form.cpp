#include "reports/reports.h"
#include "reports/voucher_query.h"

namespace zf::bookkeeping {
namespace {

// Vouchers that were named one by one.
class NamedVouchers final : public VoucherCursor {
public:
    explicit NamedVouchers(std::vector<Voucher> vouchers) : vouchers_{std::move(vouchers)} {}

    const Voucher* next() override {
        return next_ == vouchers_.size() ? nullptr : &vouchers_[next_++];
    }

private:
    std::vector<Voucher> vouchers_;
    std::size_t next_ = 0;
};

Result<std::vector<Voucher>> named(const VoucherQuery& query, const Book& book, Reader reader) {
    const VoucherStore store{reader, book.id};
    std::vector<Voucher> vouchers;
    for (const std::string& reference : query.voucher) {
        Result<Voucher> voucher = store.resolve(reference);
        if (!voucher) return voucher.error();
        vouchers.push_back(*std::move(voucher));
    }
    return vouchers;
}

std::vector<std::int64_t> ids_of(const std::vector<Voucher>& vouchers) {
    std::vector<std::int64_t> ids;
    for (const Voucher& voucher : vouchers) ids.push_back(voucher.id.value);
    return ids;
}

Result<Document> build(const VoucherQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    const auto vouchers = named(query, *book, reader);
    if (!vouchers) return vouchers.error();
    const int year = vouchers->empty() ? months->from.year : vouchers->front().period.year;

    Document document = paper_of(*book, "bk.voucher_form", "Voucher form");
    document.page = page_of(query.paper);
    document.watermark.clear();  // a sheet carries its own stamp
    const auto cursor = [&context, id = book->id, vouchers = *vouchers,
                         filter = filter_of(query, *months)]() -> std::unique_ptr<VoucherCursor> {
        if (!vouchers.empty()) return std::make_unique<NamedVouchers>(vouchers);
        return VoucherStore{context.snapshot(), id}.cursor(filter);
    };
    const auto prints_of = [&context](Id<Voucher> voucher) {
        return prints_before(voucher, context.snapshot());
    };
    document.blocks.emplace_back(voucher_sheets(
        {.paper = query.paper, .lines = query.lines, .has_money_grid = query.money_grid}, *book,
        names_in(reader, *book, year), cursor, prints_of));
    if (vouchers->empty())
        count_as_printed(document, filter_of(query, *months), *book, reader);
    else
        count_as_printed(document, ids_of(*vouchers));
    return document;
}

}  // namespace

ReportEntry voucher_form_report() {
    using Q = VoucherQuery;
    auto fields = range_fields();
    fields.push_back(field("voucher", &Q::voucher, "Vouchers")
                         .refers_to("bk.voucher")
                         .help("Single vouchers instead of a range, such as 2008-01/记-17."));
    for (auto& each : paper_fields()) fields.push_back(std::move(each));
    return entry_of(FormReport<Q>{
        .name = "bk.voucher_form",
        .title = "Print vouchers",
        .help = "Vouchers on paper: a range of months and numbers, or single ones.",
        .permission = "bk.print",
        .group = "Vouchers",
        .place_of = place_of_paper,
        .parameters = std::move(fields),
        .counts_prints = true,
        .build = build,
    });
}

}  // namespace zf::bookkeeping
