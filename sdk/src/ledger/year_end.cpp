#include "zhangfang/ledger/year_end.h"

namespace zf {

Voucher year_carry_voucher(const Book& book, int year, const std::vector<LeafBalance>& balances,
                           const std::string& summary) {
    Voucher voucher{.book = book.id,
                    .period = {year, 13},
                    .date = PeriodKey{year, 13}.last_day(),
                    .attachments = 0,
                    .origin = VoucherOrigin::year_carry};
    const auto add = [&](const LeafBalance& leaf) {
        const bool is_debit_balance = leaf.balance > Amount{};
        voucher.entries.push_back({.summary = summary,
                                   .account = leaf.account,
                                   .side = is_debit_balance ? Side::credit : Side::debit,
                                   .amount = is_debit_balance ? leaf.balance : -leaf.balance,
                                   .measure = leaf.measure,
                                   .dimensions = leaf.dimensions});
    };
    for (const LeafBalance& leaf : balances)
        if (leaf.balance < Amount{}) add(leaf);
    for (const LeafBalance& leaf : balances)
        if (leaf.balance > Amount{}) add(leaf);
    return voucher;
}

}  // namespace zf
