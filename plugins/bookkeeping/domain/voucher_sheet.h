#pragma once

#include <string>
#include <vector>

#include "zhangfang/base/money.h"

namespace zf::bookkeeping {

// A line of a voucher as its paper shows it.
struct SheetLine {
    std::string summary;
    std::string account;  // code, full name, dimension items
    Money debit, credit;

    bool operator==(const SheetLine&) const = default;
};

// One sheet of a voucher's paper. A voucher with more lines than a sheet has goes on: 1/3, 2/3,
// 3/3. All sheets but the last carry their sums forward, all but the first bring them.
struct VoucherSheet {
    int number = 1, count = 1;
    bool brings_forward = false;
    Money brought_debit, brought_credit;
    std::vector<SheetLine> lines;
    Money debit, credit;  // of this sheet and those before

    bool is_last() const { return number == count; }
    bool operator==(const VoucherSheet&) const = default;
};

// `per_sheet` is at least 2: one line brings forward, one is left for an entry. A voucher without
// lines has one empty sheet.
std::vector<VoucherSheet> sheets_of(const std::vector<SheetLine>& lines, int per_sheet);

}  // namespace zf::bookkeeping
