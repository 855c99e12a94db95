#include "domain/canteen_opening.h"

namespace zf::bookkeeping {

static bool holds_money(const Account& account) {
    return account.feature == AccountFeature::cash || account.feature == AccountFeature::bank;
}

Problems problems_of_canteen_opening(const std::vector<AccountBalance>& balances) {
    Amount held, owed;
    for (const AccountBalance& row : balances) {
        if (row.account.level != 1) continue;
        if (holds_money(row.account))
            held += row.closing;
        else
            owed -= row.closing;
    }
    if (held == owed) return {};
    const Money difference = (held - owed).money();
    return {{.code = "bk.opening.canteen_differs",
             .rule = "C5",
             .text = {"Cash and bank make {0}, the mess fee accounts make {1}: they differ by {2}. "
                      "The opening balances were kept. Usually bank interest was not yet booked to "
                      "the mess fee: look there first.",
                      {held.money(), owed.money(), difference}},
             .place = {"balance"}}};
}

}  // namespace zf::bookkeeping
