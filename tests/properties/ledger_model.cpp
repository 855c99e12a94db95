#include "ledger_model.h"

namespace zf::test {

LedgerModel::LedgerModel(PeriodKey start, bool keeps_reverse_voucher)
    : start_{start},
      keeps_reverse_voucher_{keeps_reverse_voucher} {}

PeriodKey LedgerModel::first_open() const {
    PeriodKey period = start_;
    while (closed.contains(period)) period = period.next();
    return period;
}

bool LedgerModel::takes(PeriodKey period, VoucherOrigin origin) const {
    const bool is_generated = origin != VoucherOrigin::manual;
    if (period.no == 13)
        return closed.contains({period.year, 12}) && !closed.contains(period) &&
               (origin == VoucherOrigin::year_carry || origin == VoucherOrigin::reversal);
    const PeriodKey first = first_open();
    return period >= first && period <= PeriodKey{first.year + 1, first.no} &&
           (is_generated || !frozen.contains(period));
}

bool LedgerModel::is_balanced(const std::vector<ModelEntry>& entries) const {
    std::int64_t net = 0;
    for (const ModelEntry& entry : entries)
        net += entry.side == Side::debit ? entry.amount : -entry.amount;
    return net == 0;
}

int LedgerModel::highest_number(PeriodKey series) const {
    int highest = 0;
    for (const auto& [id, voucher] : vouchers)
        if (series_of(voucher.period) == series) highest = std::max(highest, voucher.number);
    return highest;
}

bool LedgerModel::has_gap_below(PeriodKey series, int number) const {
    std::set<int> numbers;
    for (const auto& [id, voucher] : vouchers)
        if (series_of(voucher.period) == series && voucher.number > 0)
            numbers.insert(voucher.number);
    for (int each = 1; each <= number; ++each)
        if (!numbers.contains(each)) return true;
    return false;
}

bool LedgerModel::is_reversed(std::int64_t id) const {
    for (const auto& [other, voucher] : vouchers)
        if (voucher.reverses == id && voucher.state != VoucherState::voided) return true;
    return false;
}

bool LedgerModel::has(PeriodKey period, std::set<VoucherState> states) const {
    for (const auto& [id, voucher] : vouchers)
        if (voucher.period == period && states.contains(voucher.state)) return true;
    return false;
}

std::set<std::int64_t> LedgerModel::to_post(PeriodKey period) const {
    std::set<std::int64_t> ready;
    for (const auto& [id, voucher] : vouchers)
        if (voucher.period == period && voucher.state == VoucherState::reviewed) ready.insert(id);
    return ready;
}

bool LedgerModel::may_post(PeriodKey period) const {
    if (period.no == 13 ? !closed.contains({period.year, 12}) || closed.contains(period)
                        : period != first_open())
        return false;
    int highest = 0;
    for (const std::int64_t id : to_post(period))
        highest = std::max(highest, vouchers.at(id).number);
    if (highest == 0) return false;
    for (const auto& [id, voucher] : vouchers)
        if (voucher.period == period && voucher.state == VoucherState::entered &&
            voucher.number < highest)
            return false;
    return !has_gap_below(series_of(period), highest);
}

bool LedgerModel::may_unpost(PeriodKey period) const {
    if (closed.contains(period) || !has(period, {VoucherState::posted})) return false;
    for (const auto& [id, voucher] : vouchers) {
        if (voucher.reverses == 0 || voucher.state == VoucherState::voided) continue;
        const ModelVoucher& reversed = vouchers.at(voucher.reverses);
        const bool goes_along = voucher.period == period && voucher.state == VoucherState::posted;
        if (reversed.period == period && reversed.state == VoucherState::posted && !goes_along)
            return false;
    }
    return true;
}

bool LedgerModel::may_close(PeriodKey period) const {
    if (period.no == 13 ? !closed.contains({period.year, 12}) || closed.contains(period)
                        : period != first_open())
        return false;
    return !has(period, {VoucherState::held, VoucherState::entered, VoucherState::reviewed}) &&
           !has_gap_below(series_of(period), highest_number(series_of(period)));
}

bool LedgerModel::may_unclose(PeriodKey period) const {
    if (closed.empty() || *closed.rbegin() != period) return false;
    if (period.no < 12) return true;
    for (const auto& [id, voucher] : vouchers)
        if (voucher.period.year == period.year + 1 && voucher.state == VoucherState::posted)
            return false;
    return period.no == 13 ||
           !has({period.year, 13},
                {VoucherState::entered, VoucherState::reviewed, VoucherState::posted});
}

bool LedgerModel::may_open_year(int year, bool carry) const {
    if (year <= start_.year || (year != start_.year + 1 && !years.contains(year - 1))) return false;
    const auto opened = years.find(year);
    return opened == years.end() || (!opened->second && carry);
}

bool LedgerModel::counts(const ModelVoucher& voucher, bool with_pending) const {
    return voucher.state == VoucherState::posted ||
           (with_pending &&
            (voucher.state == VoucherState::entered || voucher.state == VoucherState::reviewed));
}

std::int64_t LedgerModel::closing(const std::string& account, PeriodKey period,
                                  bool with_pending) const {
    // What is sealed opens with posted amounts only: nothing can be pending in a closed year that
    // is taken over.
    std::int64_t balance = openings.contains(account) ? openings.at(account) : 0;
    for (const auto& [id, voucher] : vouchers) {
        if (!counts(voucher, with_pending) || voucher.period > period) continue;
        if (voucher.period.year < period.year && voucher.period.no == 13 && keeps_reverse_voucher_)
            continue;
        for (const ModelEntry& entry : voucher.entries)
            if (entry.account == account)
                balance += entry.side == Side::debit ? entry.amount : -entry.amount;
    }
    return balance;
}

std::int64_t LedgerModel::turnover(const std::string& account, PeriodKey period, Side side,
                                   bool with_pending) const {
    std::int64_t sum = 0;
    for (const auto& [id, voucher] : vouchers)
        if (counts(voucher, with_pending) && voucher.period == period)
            for (const ModelEntry& entry : voucher.entries)
                if (entry.account == account && entry.side == side) sum += entry.amount;
    return sum;
}

}  // namespace zf::test
