#include "reports/voucher_query.h"

#include "zhangfang/command/print_register.h"

namespace zf::bookkeeping {

std::vector<Field<VoucherQuery>> range_fields() {
    using Q = VoucherQuery;
    return {
        book_field(&Q::book),
        month_field(&Q::month),
        month_field(&Q::to, "to", "To month"),
        field("word", &Q::word, "Voucher word").length(4),
        field("from_number", &Q::from_number, "From number").range(0, 999999),
        field("to_number", &Q::to_number, "To number").range(0, 999999),
        field("posted_only", &Q::posted_only, "Posted vouchers only").defaults_to("true"),
    };
}

std::vector<Field<VoucherQuery>> paper_fields() {
    using Q = VoucherQuery;
    return {
        field("paper", &Q::paper, "Paper"),
        field("lines", &Q::lines, "Lines on a sheet").range(2, 12).defaults_to("5"),
        field("money_grid", &Q::money_grid, "One column a digit").defaults_to("true"),
    };
}

std::vector<Field<VoucherQuery>> cover_fields() {
    using Q = VoucherQuery;
    return {
        field("volume", &Q::volume, "Volume").range(1, 99).defaults_to("1"),
        field("volumes", &Q::volumes, "Volumes of the month").range(1, 99).defaults_to("1"),
        field("bound_by", &Q::bound_by, "Bound by").length(40),
    };
}

VoucherFilter filter_of(const VoucherQuery& query, const MonthRange& months) {
    VoucherFilter filter{.from = months.from,
                         .to = months.to,
                         .word = query.word,
                         .from_number = query.from_number,
                         .to_number = query.to_number};
    if (query.posted_only)
        filter.states = {VoucherState::posted, VoucherState::voided};
    else
        filter.states = {VoucherState::entered, VoucherState::reviewed, VoucherState::posted,
                         VoucherState::voided};
    return filter;
}

static constexpr const char* voucher_entity = "bk.voucher";

void count_as_printed(Document& document, const VoucherFilter& filter, const Book& book,
                      Reader reader) {
    constexpr int page_size = 500;
    const VoucherStore store{reader, book.id};
    std::vector<std::int64_t> vouchers;
    std::string after;
    do {
        const VoucherPage page = store.page(filter, after, page_size);
        for (const VoucherRow& row : page.rows) vouchers.push_back(row.voucher.id.value);
        after = page.next;
    } while (!after.empty());
    count_as_printed(document, std::move(vouchers));
}

void count_as_printed(Document& document, std::vector<std::int64_t> vouchers) {
    document.prints_of = voucher_entity;
    document.printed = std::move(vouchers);
}

std::int64_t prints_before(Id<Voucher> voucher, Reader reader) {
    return print_count(reader, voucher_entity, voucher.value);
}

VoucherTotals totals_of(const VoucherFilter& filter, const Book& book, Reader reader) {
    VoucherTotals totals;
    const auto cursor = VoucherStore{reader, book.id}.cursor(filter);
    while (const Voucher* voucher = cursor->next()) totals.add(*voucher);
    return totals;
}

}  // namespace zf::bookkeeping
