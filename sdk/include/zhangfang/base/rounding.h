#pragma once

#include <cstdint>

#include "zhangfang/base/export.h"

namespace zf {

// How a product or quotient becomes a whole number of its unit. It is named at every
// multiplication.
enum class Rounding {
    half_away,  // 四舍五入 on the absolute value: the house rule
    half_even,
    down,  // towards zero
    up,    // away from zero
};

// left × right ÷ divisor with a 128-bit middle product. Throws Overflow when the result leaves 64
// bits.
ZF_EXPORT std::int64_t multiply_divide(std::int64_t left, std::int64_t right, std::int64_t divisor,
                                       Rounding rounding);

// Sums that never wrap: both throw Overflow.
ZF_EXPORT std::int64_t add_exact(std::int64_t left, std::int64_t right);
ZF_EXPORT std::int64_t subtract_exact(std::int64_t left, std::int64_t right);

}  // namespace zf
