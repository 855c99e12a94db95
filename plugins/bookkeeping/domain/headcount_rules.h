#pragma once

#include <vector>

#include "domain/canteen_cost.h"
#include "zhangfang/base/month.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// bk.headcount.too_many_days: nobody eats on more days than the month has.
// bk.headcount.category_twice.
Problems problems_of(const std::vector<Headcount>& headcounts, Month month);

}  // namespace zf::bookkeeping
