#pragma once

#include "store/canteen_month_store.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

// Persons and days of a month as answers and the trail show them.
Record headcount_values(const CanteenHeadcounts& counted);
std::vector<FieldInfo> headcount_columns();

}  // namespace zf::bookkeeping
