#pragma once

#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/openings.h"

namespace zf {

// What the typed openings amount to in balances: the year's opening, and the turnover before the
// start period.
Deltas opening_deltas(Connection& connection, const Book& book);
void write_opening_balances(Connection& connection, const Book& book);

}  // namespace zf
