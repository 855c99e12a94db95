#include "domain/canteen_cost.h"

#include "zhangfang/base/arithmetic.h"

namespace zf::bookkeeping {

std::int64_t person_days_of(const std::vector<Headcount>& headcounts) {
    std::int64_t sum = 0;
    for (const Headcount& row : headcounts) sum += std::int64_t{row.persons} * row.days;
    return sum;
}

static Money daily(const char* rule, Money amount, std::int64_t person_days, Working& working) {
    return working.step(rule, divide(amount, person_days, Rounding::half_away),
                        {{"Amount", amount}, {"Person-days", person_days}});
}

CanteenCost canteen_cost(const CanteenMonth& month, Working& working) {
    CanteenCost cost{.person_days = person_days_of(month.headcounts)};
    if (cost.person_days <= 0) return cost;
    cost.daily_cost = daily("bk.publication.daily_cost", month.expenditure, cost.person_days,
                            working);
    cost.daily_income = daily("bk.publication.daily_income", month.income, cost.person_days,
                              working);
    if (month.standard) {
        cost.allowed = working.step(
            "bk.publication.allowed", multiply(*month.standard, cost.person_days),
            {{"Standard per person-day", *month.standard}, {"Person-days", cost.person_days}});
        cost.over = working.step("bk.publication.over", month.expenditure - *cost.allowed,
                                 {{"Expenditure", month.expenditure}, {"Allowed", *cost.allowed}});
    }
    return cost;
}

Money refund_of(Money standard, int days) {
    return multiply(standard, std::int64_t{days});
}

}  // namespace zf::bookkeeping
