#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "zhangfang/ledger/voucher.h"

namespace zf {

// A cell of the kept balances: turnovers of one account, dimension tuple, currency and measure in
// one period.
struct BalanceKey {
    std::int64_t account = 0;
    std::int64_t tuple = 0;  // 0: no dimensions
    std::string currency;    // "": the base currency
    std::int64_t measure = 0;
    int year = 0, period = 0;

    auto operator<=>(const BalanceKey&) const = default;
};

// What is added to a cell.
struct Turnover {
    Amount debit, credit;
    std::int64_t foreign_debit = 0, foreign_credit = 0;
    std::int64_t quantity_debit = 0, quantity_credit = 0;

    bool operator==(const Turnover&) const = default;
    Turnover operator-() const;
    Turnover& operator+=(const Turnover& other);
    void add(Side side, Amount amount, const EntryDetail* detail);
    bool is_zero() const { return *this == Turnover{}; }
};

struct BalanceDelta {
    BalanceKey key;
    Turnover turnover;

    bool operator==(const BalanceDelta&) const = default;
};
struct DayKey {
    std::int64_t account = 0;
    std::int64_t measure = 0;
    std::int32_t day = 0;

    auto operator<=>(const DayKey&) const = default;
};
struct DayDelta {
    DayKey key;
    std::int64_t lines = 0;
    Amount debit, credit;

    bool operator==(const DayDelta&) const = default;
};
struct Deltas {
    std::vector<BalanceDelta> balances;  // in key order, each key once
    std::vector<DayDelta> days;
};

// What vouchers add to balances and day turnovers. `tuples` holds the tuple of each entry, voucher
// by voucher.
ZF_EXPORT Deltas deltas_of(const Voucher& voucher, const std::vector<std::int64_t>& tuples);

}  // namespace zf
