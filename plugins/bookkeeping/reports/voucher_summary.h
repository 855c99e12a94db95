#pragma once

#include "domain/voucher_totals.h"
#include "reports/book_paper.h"

namespace zf::bookkeeping {

// 凭证汇总表 (科目汇总表), also a part of a month's binding.
std::vector<KeyValue> voucher_summary_heading(const Book& book, const MonthRange& months,
                                              const VoucherTotals& totals);
TableBlock voucher_summary_table(const VoucherTotals& totals, const AccountList& accounts,
                                 int levels);

}  // namespace zf::bookkeeping
