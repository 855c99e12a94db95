#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/base/money.h"
#include "zhangfang/rules/working.h"

namespace zf::bookkeeping {

// Persons of one category who ate for so many days of the month (义务兵, 士官, 干部, 来队家属 …).
struct Headcount {
    std::string category;
    int persons = 0;
    int days = 0;

    bool operator==(const Headcount&) const = default;
};

// 就餐人天数
std::int64_t person_days_of(const std::vector<Headcount>& headcounts);

// What a month cost and brought for each person-day; nothing when nobody was counted.
struct CanteenCost {
    std::int64_t person_days = 0;
    std::optional<Money> daily_cost;    // 人均日支出
    std::optional<Money> daily_income;  // 人均日收入
    std::optional<Money> allowed;       // 应支标准: standard × person-days
    std::optional<Money> over;          // 超(+) / 节(−)

    bool operator==(const CanteenCost&) const = default;
};
struct CanteenMonth {
    std::vector<Headcount> headcounts;
    std::optional<Money> standard;  // per person-day
    Money income;
    Money expenditure;
};
CanteenCost canteen_cost(const CanteenMonth& month, Working& working);

// 退伙食费: the standard of so many days.
Money refund_of(Money standard, int days);

}  // namespace zf::bookkeeping
