#pragma once

#include "commands/book_context.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

// The result sheet of posting and unposting: counts and totals; `said` names both counts.
void report(Changes& changes, const Posted& posted, PeriodKey period, const char* said);
std::vector<FieldInfo> posting_columns();

// Counts of a long action on their way to whoever watches.
Tick tick_of(CommandContext& context);

}  // namespace zf::bookkeeping
