#include "zhangfang/ledger/voucher.h"

#include <algorithm>

#include <fmt/format.h>

namespace zf {

std::string voucher_label(const std::string& word, int number, int width) {
    return fmt::format("{}-{:0{}}", word, number, width < 1 ? 1 : width);
}

Amount total_of(const Voucher& voucher, Side side, Id<Measure> measure) {
    Amount total;
    for (const Entry& entry : voucher.entries)
        if (entry.side == side && entry.measure == measure) total += entry.amount;
    return total;
}

std::vector<Imbalance> imbalances_of(const Voucher& voucher) {
    std::vector<Imbalance> sums;
    for (const Entry& entry : voucher.entries) {
        auto found = std::find_if(sums.begin(), sums.end(), [&](const Imbalance& sum) {
            return sum.measure == entry.measure;
        });
        if (found == sums.end())
            found = sums.insert(sums.end(), Imbalance{.measure = entry.measure});
        (entry.side == Side::debit ? found->debit : found->credit) += entry.amount;
    }
    std::erase_if(sums, [](const Imbalance& sum) { return sum.debit == sum.credit; });
    return sums;
}

}  // namespace zf
