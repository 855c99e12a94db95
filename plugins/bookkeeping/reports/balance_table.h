#pragma once

#include "reports/book_paper.h"

namespace zf::bookkeeping {

// Which rows and columns of 科目余额表 are shown.
struct BalancePaper {
    MonthRange months;
    Include include = Include::posted;
    int levels = 0;  // down to this one; 0 shows all
    bool has_year_opening = false;
    bool hides_zero = false;     // neither balance nor turnover
    bool hides_unmoved = false;  // no turnover in these months
};

// 科目余额表: debit and credit beside each other for opening, period, year and closing. Totals add
// first-level accounts only.
TableBlock balance_table(const BalancePaper& paper, const Book& book, ReadContext& context);

std::vector<KeyValue> balance_heading(const Book& book, const MonthRange& months);
std::vector<std::string> balance_signatures();  // 会计主管, 复核, 制表

// The account's rows of a trial balance over these months.
std::vector<AccountBalance> balances_in(const BalancePaper& paper, const Book& book, Reader reader);

}  // namespace zf::bookkeeping
