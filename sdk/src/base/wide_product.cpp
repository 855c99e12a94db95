#include "wide_product.h"

#include <boost/multiprecision/cpp_int.hpp>

#include "zhangfang/base/assert.h"

#include <limits>

namespace zf {

Quotient divide_product(std::uint64_t left, std::uint64_t right, std::uint64_t divisor) {
    using Wide = boost::multiprecision::uint128_t;
    ZF_ASSERT(divisor != 0);

    const Wide product = Wide{left} * right;
    const Wide whole = product / divisor;
    if (whole > std::numeric_limits<std::uint64_t>::max()) throw Overflow{};
    return {.whole = static_cast<std::uint64_t>(whole),
            .remainder = static_cast<std::uint64_t>(product % divisor)};
}

std::int64_t with_sign(bool negative, std::uint64_t magnitude_of_it) {
    constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (negative && magnitude_of_it == max + 1) return std::numeric_limits<std::int64_t>::min();
    if (magnitude_of_it > max) throw Overflow{};

    const auto value = static_cast<std::int64_t>(magnitude_of_it);
    return negative ? -value : value;
}

}  // namespace zf
