#pragma once

#include <vector>

#include "sums.h"
#include "tuples.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// What the lines of one period add up to, beside what zf_balance and zf_day_turnover keep: posted
// ones, or those that wait for posting.
class LineSums {
public:
    LineSums(Connection& connection, const Book& book, PeriodKey period, SumKind kind);
    void add(const Voucher& voucher);

    struct Difference {
        std::int64_t account = 0;
        Id<Measure> measure;
        std::int32_t day = 0;  // 0 where the period's cell differs
        Turnover kept, added;
    };
    std::vector<Difference> differences();

private:
    const char* prefix() const { return kind_ == SumKind::posted ? "" : "pending_"; }
    void add_other_lines_of_last_day();
    void compare_cells(std::vector<Difference>& differences) const;
    void compare_days(std::vector<Difference>& differences) const;

    Connection& connection_;
    const Book& book_;
    PeriodKey period_;
    SumKind kind_;
    TupleReader tuples_;
    DeltaSum sum_;
    Deltas added_;
};

}  // namespace zf
