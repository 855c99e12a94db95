#pragma once

#include <map>

#include "tuples.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/balances.h"

namespace zf {

// What a year leaves to the next, cell by cell: nets by account, tuple of `balance` dimensions,
// currency and measure, up to and including period `last`. Keys carry year and period 0; credit
// nets stand on the credit side.
std::map<BalanceKey, Turnover> closing_cells(const Transaction& transaction, const Book& book,
                                             int year, int last, Include include);

// Writes (or takes back) the openings of a year from the one before it.
void write_openings(const Transaction& transaction, const Book& book, int year);
void remove_openings(const Transaction& transaction, const Book& book, int year);

}  // namespace zf
