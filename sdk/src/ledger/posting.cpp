#include "zhangfang/ledger/posting.h"

#include <map>

namespace zf {

Turnover Turnover::operator-() const {
    return {-debit,
            -credit,
            subtract_exact(0, foreign_debit),
            subtract_exact(0, foreign_credit),
            subtract_exact(0, quantity_debit),
            subtract_exact(0, quantity_credit)};
}

Turnover& Turnover::operator+=(const Turnover& other) {
    debit += other.debit;
    credit += other.credit;
    foreign_debit = add_exact(foreign_debit, other.foreign_debit);
    foreign_credit = add_exact(foreign_credit, other.foreign_credit);
    quantity_debit = add_exact(quantity_debit, other.quantity_debit);
    quantity_credit = add_exact(quantity_credit, other.quantity_credit);
    return *this;
}

void Turnover::add(Side side, Amount amount, const EntryDetail* detail) {
    (side == Side::debit ? debit : credit) += amount;
    if (detail == nullptr) return;
    std::int64_t& foreign = side == Side::debit ? foreign_debit : foreign_credit;
    std::int64_t& quantity = side == Side::debit ? quantity_debit : quantity_credit;
    foreign = add_exact(foreign, detail->foreign_minor);
    quantity = add_exact(quantity, detail->quantity.micro());
}

Deltas deltas_of(const Voucher& voucher, const std::vector<std::int64_t>& tuples) {
    ZF_ASSERT(tuples.size() == voucher.entries.size());
    std::map<BalanceKey, Turnover> balances;
    std::map<DayKey, DayDelta> days;
    std::size_t position = 0;
    for (const Entry& entry : voucher.entries) {
        const EntryDetail* const detail = entry.detail ? &*entry.detail : nullptr;
        balances[{entry.account.value, tuples[position++],
                  detail == nullptr ? "" : detail->currency, entry.measure.value,
                  voucher.period.year, voucher.period.no}]
            .add(entry.side, entry.amount, detail);
        const DayKey key{entry.account.value, entry.measure.value, voucher.date.day_number()};
        DayDelta& day = days.try_emplace(key, DayDelta{.key = key}).first->second;
        ++day.lines;
        (entry.side == Side::debit ? day.debit : day.credit) += entry.amount;
    }
    Deltas deltas;
    for (auto& [key, turnover] : balances) deltas.balances.push_back({key, turnover});
    for (auto& [key, day] : days) deltas.days.push_back(day);
    return deltas;
}

}  // namespace zf
