#pragma once

#include <vector>

#include "domain/canteen_cost.h"
#include "zhangfang/ledger/period.h"

namespace zf::bookkeeping {

// What the persons of an earlier month suggest for another one: the same categories and persons,
// on every day of the month.
std::vector<Headcount> suggested_for(PeriodKey month, const std::vector<Headcount>& before);

}  // namespace zf::bookkeeping
