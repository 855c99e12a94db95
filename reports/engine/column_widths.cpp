#include "engine/column_widths.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace zf::reports {

// Splits by weights with running totals, so that the parts end exactly at the whole.
static void share(const std::vector<std::int64_t>& weights, std::int64_t whole,
                  const std::vector<bool>& is_open, std::vector<int>& widths) {
    std::int64_t sum = 0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
        if (is_open[place]) sum += std::max<std::int64_t>(1, weights[place]);
    }
    std::int64_t passed = 0, given = 0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
        if (!is_open[place]) continue;
        passed += std::max<std::int64_t>(1, weights[place]);
        const std::int64_t end = whole * passed / sum;
        widths[place] = static_cast<int>(end - given);
        given = end;
    }
}

std::vector<int> shared_widths(const std::vector<WidthWish>& wishes, int available) {
    const std::size_t count = wishes.size();
    std::vector<int> widths(count, 0);
    std::vector<bool> is_open(count, true);
    std::vector<std::int64_t> weights(count);
    if (count == 0) return widths;

    std::int64_t least_sum = 0;
    for (const WidthWish& each : wishes) least_sum += each.least;
    if (least_sum >= available) {
        std::transform(wishes.begin(), wishes.end(), weights.begin(),
                       [](const WidthWish& each) { return each.least; });
        share(weights, available, is_open, widths);
        return widths;
    }
    std::transform(wishes.begin(), wishes.end(), weights.begin(),
                   [](const WidthWish& each) { return each.wish; });
    // Columns whose share falls below their least get that and leave the sharing; each round
    // closes at least one, so the last round has no such column.
    std::int64_t left = available;
    for (bool has_closed = true; has_closed;) {
        has_closed = false;
        share(weights, left, is_open, widths);
        for (std::size_t place = 0; place < count; ++place) {
            if (!is_open[place] || widths[place] >= wishes[place].least) continue;
            is_open[place] = false;
            widths[place] = wishes[place].least;
            left -= widths[place];
            has_closed = true;
        }
    }
    return widths;
}

}  // namespace zf::reports
