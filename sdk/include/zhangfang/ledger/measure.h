#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "zhangfang/base/id.h"
#include "zhangfang/base/money.h"
#include "zhangfang/base/rounding.h"

namespace zf {

// What a book balances in: its base currency, or each grain kind. An amount of the ledger is a
// whole number of the measure's smallest unit (fen; 10⁻⁶ kg).
struct Measure {
    Id<Measure> id;
    std::string code;  // "CNY", "rice"
    std::string name;
    int decimals = 2;  // of the smallest unit: 2 for yuan, 6 for quantities
    int shown_decimals = 2;

    bool operator==(const Measure&) const = default;
};

class Amount {
public:
    constexpr Amount() = default;
    static constexpr Amount minor(std::int64_t value) { return Amount{value}; }
    static constexpr Amount of(Money money) { return Amount{money.fen()}; }

    constexpr std::int64_t minor() const { return minor_; }
    constexpr Money money() const {
        return Money::fen(minor_);
    }  // only where the measure is the base currency
    constexpr bool is_zero() const { return minor_ == 0; }

    Amount operator-() const { return Amount{subtract_exact(0, minor_)}; }
    friend Amount operator+(Amount left, Amount right) {
        return Amount{add_exact(left.minor_, right.minor_)};
    }
    friend Amount operator-(Amount left, Amount right) {
        return Amount{subtract_exact(left.minor_, right.minor_)};
    }
    Amount& operator+=(Amount other) { return *this = *this + other; }
    Amount& operator-=(Amount other) { return *this = *this - other; }
    constexpr auto operator<=>(const Amount&) const = default;

private:
    explicit constexpr Amount(std::int64_t value) : minor_{value} {}
    std::int64_t minor_ = 0;
};

}  // namespace zf
