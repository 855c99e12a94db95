#include "domain/voucher_sheet.h"

#include "zhangfang/base/assert.h"

namespace zf::bookkeeping {

std::vector<VoucherSheet> sheets_of(const std::vector<SheetLine>& lines, int per_sheet) {
    ZF_ASSERT(per_sheet >= 2);
    std::vector<VoucherSheet> sheets(1);
    for (const SheetLine& line : lines) {
        const int room = sheets.back().brings_forward ? per_sheet - 1 : per_sheet;
        if (static_cast<int>(sheets.back().lines.size()) == room) {
            const VoucherSheet& full = sheets.back();
            sheets.push_back({.number = full.number + 1,
                              .brings_forward = true,
                              .brought_debit = full.debit,
                              .brought_credit = full.credit,
                              .debit = full.debit,
                              .credit = full.credit});
        }
        VoucherSheet& sheet = sheets.back();
        sheet.lines.push_back(line);
        sheet.debit += line.debit;
        sheet.credit += line.credit;
    }
    for (VoucherSheet& sheet : sheets) sheet.count = static_cast<int>(sheets.size());
    return sheets;
}

}  // namespace zf::bookkeeping
