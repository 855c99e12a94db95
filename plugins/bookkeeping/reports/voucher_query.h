#pragma once

#include "commands/fields.h"
#include "domain/voucher_totals.h"
#include "reports/book_paper.h"
#include "reports/voucher_paper.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

// Vouchers, as those who print them name them; each report declares the parameters it asks for.
struct VoucherQuery {
    std::string book;
    std::string month, to;
    std::vector<std::string> voucher;
    std::string word;
    int from_number = 0, to_number = 0;
    bool posted_only = true;
    VoucherPaper paper = VoucherPaper::a4_two_up;
    int lines = 5;
    bool money_grid = true;
    int levels = 1;
    int volume = 1, volumes = 1;
    std::string bound_by;
};

// Book, months, word, numbers, posted only.
std::vector<Field<VoucherQuery>> range_fields();
// Paper, lines on a sheet, money grid.
std::vector<Field<VoucherQuery>> paper_fields();

// Volume of volumes, and who binds them.
std::vector<Field<VoucherQuery>> cover_fields();

// Vouchers of the range in number order; voided ones are among them, since their numbers are.
VoucherFilter filter_of(const VoucherQuery& query, const MonthRange& months);

// A delivery of the document raises the print counts of these vouchers.
void count_as_printed(Document& document, const VoucherFilter& filter, const Book& book,
                      Reader reader);
void count_as_printed(Document& document, std::vector<std::int64_t> vouchers);
std::int64_t prints_before(Id<Voucher> voucher, Reader reader);

VoucherTotals totals_of(const VoucherFilter& filter, const Book& book, Reader reader);

}  // namespace zf::bookkeeping
