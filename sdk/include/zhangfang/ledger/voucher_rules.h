#pragma once

#include <string>

#include "zhangfang/ledger/book_kind.h"

namespace zf {

// The rules of entry that hold in every book (bookkeeping §7.3), each with its own code
// `ledger.voucher.…`; lines are named in place.line. All faults of a voucher come together. The
// kind's own rules are asked beside these.
ZF_EXPORT Problems problems_of(const Voucher& voucher, const EntryContext& context);

// Problem bk.voucher.own_review: nobody reviews what he prepared, in any kind of book.
// Also ledger.voucher.marked_wrong and, where the option asks for the cashier first,
// ledger.voucher.unsigned.
ZF_EXPORT std::optional<Problem> why_not_reviewed(const Voucher& voucher, std::int64_t reviewer,
                                                  bool needs_signature);

// Has the voucher a line on a cash or bank account, so that the cashier signs it?
ZF_EXPORT bool touches_cash(const Voucher& voucher, const AccountList& accounts);

}  // namespace zf
