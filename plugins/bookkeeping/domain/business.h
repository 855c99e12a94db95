#pragma once

#include "domain/voucher_template.h"
#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

// 一笔业务一张凭证: alert bk.voucher.mixed_business when the lines fit no single one of the kind's
// templates but several of them together, so that two businesses seem to stand in one voucher.
std::optional<Problem> why_mixed(const Voucher& voucher, const EntryContext& context,
                                 const std::vector<VoucherTemplate>& templates);

}  // namespace zf::bookkeeping
