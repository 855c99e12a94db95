#include "zhangfang/base/arithmetic.h"

#include <algorithm>
#include <numeric>

#include "wide_product.h"
#include "zhangfang/base/assert.h"

namespace zf {

Money multiply(Money amount, Rate rate, Rounding rounding) {
    return Money::fen(multiply_divide(amount.fen(), rate.ppm(), 1'000'000, rounding));
}

Money multiply(Price price, Quantity quantity, Rounding rounding) {
    // 10⁻⁸ yuan × 10⁻⁶ units = 10⁻¹⁴ yuan = 10⁻¹² fen
    return Money::fen(multiply_divide(price.e8(), quantity.micro(), 1'000'000'000'000, rounding));
}

Money multiply(Money amount, std::int64_t count) {
    return Money::fen(multiply_divide(amount.fen(), count, 1, Rounding::down));  // Exact: nothing
                                                                                 // to round.
}

Money divide(Money amount, std::int64_t count, Rounding rounding) {
    return Money::fen(multiply_divide(amount.fen(), 1, count, rounding));
}

std::vector<Money> allocate(Money amount, std::span<const std::int64_t> weights) {
    ZF_ASSERT(std::all_of(weights.begin(), weights.end(),
                          [](std::int64_t weight) { return weight >= 0; }));
    const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0},
                                               add_exact);
    ZF_ASSERT(total > 0);

    std::vector<Quotient> shares;
    shares.reserve(weights.size());
    std::uint64_t left_over = magnitude(amount.fen());
    for (const std::int64_t weight : weights) {
        shares.push_back(
            divide_product(magnitude(amount.fen()), magnitude(weight), magnitude(total)));
        left_over -= shares.back().whole;
    }

    // Fewer fen are left over than there are shares with a fraction, so each goes to a share of its
    // own.
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return shares[one].remainder > shares[other].remainder;
    });
    for (std::size_t place = 0; place < left_over; ++place) ++shares[order[place]].whole;

    std::vector<Money> parts;
    parts.reserve(shares.size());
    for (const Quotient& share : shares) {
        parts.push_back(Money::fen(with_sign(amount.is_negative(), share.whole)));
    }
    return parts;
}

}  // namespace zf
