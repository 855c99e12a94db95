#include "zhangfang/base/rounding.h"

#include <limits>

#include "wide_product.h"
#include "zhangfang/base/assert.h"

namespace zf {

std::int64_t multiply_divide(std::int64_t left, std::int64_t right, std::int64_t divisor,
                             Rounding rounding) {
    ZF_ASSERT(divisor != 0);
    const bool negative = ((left < 0) != (right < 0)) != (divisor < 0);
    const std::uint64_t parts = magnitude(divisor);

    Quotient quotient = divide_product(magnitude(left), magnitude(right), parts);
    if (rounds_up(quotient.whole % 2 == 1, quotient.remainder, parts, rounding)) {
        if (quotient.whole == std::numeric_limits<std::uint64_t>::max()) throw Overflow{};
        ++quotient.whole;
    }
    return with_sign(negative, quotient.whole);
}

std::int64_t add_exact(std::int64_t left, std::int64_t right) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (right > 0 ? left > Limits::max() - right : left < Limits::min() - right) throw Overflow{};
    return left + right;
}

std::int64_t subtract_exact(std::int64_t left, std::int64_t right) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (right < 0 ? left > Limits::max() + right : left < Limits::min() + right) throw Overflow{};
    return left - right;
}

}  // namespace zf
