#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/writing.h"

namespace zf {

// What `verify` found against one of the invariants I1–I11.
struct LedgerFinding {
    std::string invariant;  // "I1"
    Message text;
    Id<Voucher> voucher;  // 0: none in particular
    Id<Account> account;
};

// Proves the whole book from its lines; empty when every invariant stands.
ZF_EXPORT std::vector<LedgerFinding> verify_book(Reader reader, Id<Book> book,
                                                 const Tick& tick = {});

// A kept sum that differs from its lines.
struct BalanceDifference {
    Id<Account> account;
    int year = 0, period = 0;  // 0 where a day differs
    std::int32_t day = 0;
    Amount kept_debit, kept_credit;  // posted and pending together
    Amount added_debit, added_credit;
};
ZF_EXPORT std::vector<BalanceDifference> compare_balances(Reader reader, Id<Book> book,
                                                          const Tick& tick = {});
// Writes the sums anew from openings and lines; answers what differed.
struct Rebuilt {
    std::vector<BalanceDifference> differences;
    Touched touched;
};
ZF_EXPORT Result<Rebuilt> rebuild_balances(const Writing& writing, Id<Book> book,
                                           const Tick& tick = {});

}  // namespace zf
