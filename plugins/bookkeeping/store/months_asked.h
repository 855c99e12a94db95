#pragma once

#include <string>

#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/periods.h"

// Which months of a book a question is about, as its parameters write them.
namespace zf::bookkeeping {

struct MonthRange {
    PeriodKey from, to;  // both included, of one year
};

// "2008-01", "2008-13"; "" is the first open month. Problem bk.month.unreadable at `place`.
Result<PeriodKey> month_asked(Reader reader, const Book& book, const std::string& month,
                              const std::string& place = "month");

// "" as `to` is the month `from`. Problems: bk.month.unreadable, bk.months.order,
// bk.months.two_years.
Result<MonthRange> months_asked(Reader reader, const Book& book, const std::string& from,
                                const std::string& to);

// 0 is the year of the first open month.
int year_asked(Reader reader, const Book& book, int year);

}  // namespace zf::bookkeeping
