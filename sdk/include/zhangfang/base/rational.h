#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "zhangfang/base/export.h"
#include "zhangfang/base/money.h"
#include "zhangfang/base/price.h"
#include "zhangfang/base/quantity.h"
#include "zhangfang/base/rate.h"
#include "zhangfang/base/rounding.h"

namespace zf {

// An exact fraction, for calculations with more than one step: nothing is rounded until somebody
// says how. Numerator and denominator have 128 bits after reduction; beyond that all throw
// Overflow.
class ZF_EXPORT Rational {
public:
    Rational() = default;  // 0
    static Rational of(std::int64_t whole) { return of(whole, 1); }
    static Rational of(std::int64_t numerator, std::int64_t denominator);  // denominator not 0
    static Rational of(Money amount) { return of(amount.fen(), 100); }
    static Rational of(Quantity quantity) { return of(quantity.micro(), 1'000'000); }
    static Rational of(Price price) { return of(price.e8(), 100'000'000); }
    static Rational of(Rate rate) { return of(rate.ppm(), 1'000'000); }

    bool is_zero() const { return numerator_ == Magnitude{}; }
    bool is_negative() const { return negative_; }
    bool is_whole() const { return denominator_ == Magnitude{1, 0}; }

    // To so many decimals; a negative number of decimals rounds to tens, hundreds … From -18 to 18.
    Rational rounded(int decimals, Rounding rounding) const;

    // As a count of 10^-decimals (0 to 18): scaled(2, …) is fen.
    std::int64_t scaled(int decimals, Rounding rounding) const;

    Rational operator-() const;
    friend ZF_EXPORT Rational operator+(const Rational& left, const Rational& right);
    friend ZF_EXPORT Rational operator-(const Rational& left, const Rational& right);
    friend ZF_EXPORT Rational operator*(const Rational& left, const Rational& right);
    friend ZF_EXPORT Rational operator/(const Rational& left, const Rational& right);  // not by 0
    bool operator==(const Rational&) const = default;
    friend ZF_EXPORT std::strong_ordering operator<=>(const Rational& left, const Rational& right);

private:
    using Magnitude = std::array<std::uint64_t, 2>;  // low word first
    friend struct RationalParts;

    // Always reduced; zero is 0/1 without sign.
    bool negative_ = false;
    Magnitude numerator_{};
    Magnitude denominator_{1, 0};
};

}  // namespace zf
