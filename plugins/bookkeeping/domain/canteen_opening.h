#pragma once

#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

// 现金 + 银行存款 = 伙食费 (+ 军粮差价补贴) at the opening (step C5). bk.opening.canteen_differs
// names the difference and the usual reason.
Problems problems_of_canteen_opening(const std::vector<AccountBalance>& balances);

}  // namespace zf::bookkeeping
