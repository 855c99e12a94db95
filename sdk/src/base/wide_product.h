#pragma once

#include <cstdint>

namespace zf {

struct Quotient {
    std::uint64_t whole = 0;
    std::uint64_t remainder = 0;
};

// left × right ÷ divisor over a 128-bit product; throws Overflow when the whole part leaves 64
// bits.
Quotient divide_product(std::uint64_t left, std::uint64_t right, std::uint64_t divisor);

// The absolute value, right for the smallest number too.
constexpr std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

// The number of this sign and magnitude; throws Overflow when it does not exist.
std::int64_t with_sign(bool negative, std::uint64_t magnitude_of_it);

}  // namespace zf
