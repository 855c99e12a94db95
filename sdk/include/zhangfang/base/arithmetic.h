#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "zhangfang/base/money.h"
#include "zhangfang/base/price.h"
#include "zhangfang/base/quantity.h"
#include "zhangfang/base/rate.h"
#include "zhangfang/base/rounding.h"

namespace zf {

// Products become money in one place each, with the rounding named by the caller. All throw
// Overflow.
ZF_EXPORT Money multiply(Money amount, Rate rate, Rounding rounding);
ZF_EXPORT Money multiply(Price price, Quantity quantity, Rounding rounding);
ZF_EXPORT Money multiply(Money amount, std::int64_t count);

// amount ÷ count (for example money per person-day); count must not be 0.
ZF_EXPORT Money divide(Money amount, std::int64_t count, Rounding rounding);

// Splits amount by weights so that the parts add up to it exactly. The remainder goes to the
// largest fractional parts, ties to the earlier ones: 100.00 by {1,1,1} is 33.34 + 33.33 + 33.33. A
// red amount splits by its absolute value. Weights are ≥ 0 and not all 0.
ZF_EXPORT std::vector<Money> allocate(Money amount, std::span<const std::int64_t> weights);

}  // namespace zf
