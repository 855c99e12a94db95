#pragma once

#include "zhangfang/ledger/voucher.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

// The states of a voucher and the commands that move it.
ZF_EXPORT const Lifecycle<VoucherState>& voucher_lifecycle();

}  // namespace zf
