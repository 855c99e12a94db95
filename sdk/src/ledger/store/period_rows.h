#pragma once

#include "zhangfang/ledger/store/periods.h"

namespace zf {

// Every change of a voucher is counted on its period, so that a proof knows whether it still holds.
void touch_period(const Writing& writing, Id<Book> book, PeriodKey period);
std::int64_t touched_count(Connection& connection, Id<Book> book, PeriodKey period);

// Problem ledger.period.closed where the vouchers of the period stay as they are.
std::optional<Problem> why_not_moved(const Writing& writing, const Book& book, PeriodKey period);

// Writes state and closing marks of a period.
PeriodWritten write_period(const Writing& writing, Id<Book> book, const Period& before,
                           const Period& after);

// Problem ledger.book.initialising: review and posting wait for 初始完成确认.
std::optional<Problem> why_not_in_use(const Book& book);

}  // namespace zf
