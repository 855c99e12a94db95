#pragma once

#include <vector>

#include "zhangfang/ledger/book_kind.h"

namespace zf {

// A leaf's balance by dimension, as the year end meets it.
struct LeafBalance {
    Id<Account> account;
    std::string code;
    std::vector<DimensionValue> dimensions;
    Id<Measure> measure;
    Amount balance;  // debit-positive

    bool operator==(const LeafBalance&) const = default;
};

// 年终结转凭证 (§9.4): one line on the opposite side for each balance that is not zero, credit
// balances first, so that every leaf of the old year ends 平. No lines: nothing to carry.
ZF_EXPORT Voucher year_carry_voucher(const Book& book, int year,
                                     const std::vector<LeafBalance>& balances,
                                     const std::string& summary);

}  // namespace zf
