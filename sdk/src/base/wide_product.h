#pragma once

#include <cstdint>
#include <limits>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/rounding.h"

namespace zf {

struct Quotient {
    std::uint64_t whole = 0;
    std::uint64_t remainder = 0;
};

// left × right ÷ divisor over a 128-bit product; throws Overflow when the whole part leaves 64
// bits. Defined in rational.cpp, the one file that knows wide integers.
Quotient divide_product(std::uint64_t left, std::uint64_t right, std::uint64_t divisor);

// The absolute value, right for the smallest number too.
constexpr std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

// The number of this sign and magnitude; throws Overflow when it does not exist.
constexpr std::int64_t with_sign(bool negative, std::uint64_t magnitude_of_it) {
    constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (negative && magnitude_of_it == max + 1) return std::numeric_limits<std::int64_t>::min();
    if (magnitude_of_it > max) throw Overflow{};

    const auto value = static_cast<std::int64_t>(magnitude_of_it);
    return negative ? -value : value;
}

// Whether a magnitude goes up to the next whole number: remainder stands below divisor.
template <class Number>
bool rounds_up(bool whole_is_odd, const Number& remainder, const Number& divisor,
               Rounding rounding) {
    const Number missing = divisor - remainder;  // Not 2 × remainder: that could wrap.
    switch (rounding) {
        case Rounding::half_away: return remainder >= missing;
        case Rounding::half_even:
            return remainder > missing || (remainder == missing && whole_is_odd);
        case Rounding::down: return false;
        case Rounding::up: return remainder != 0;
    }
    return false;
}

}  // namespace zf
