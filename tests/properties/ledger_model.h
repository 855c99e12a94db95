#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/periods.h"

namespace zf::test {

/// A voucher as the model knows it: accounts by code, amounts in fen.
struct ModelEntry {
    std::string account;
    Side side = Side::debit;
    std::int64_t amount = 0;

    bool operator==(const ModelEntry&) const = default;
};
struct ModelVoucher {
    PeriodKey period;
    Date date;
    int number = 0;
    VoucherState state = VoucherState::entered;
    VoucherOrigin origin = VoucherOrigin::manual;
    std::int64_t prepared_by = 0, reviewed_by = 0;
    std::int64_t reverses = 0;
    std::vector<ModelEntry> entries;
};

/// Books kept the simplest way that can be right: a list of vouchers, added up whenever a figure is
/// asked for.
class LedgerModel {
public:
    LedgerModel(PeriodKey start, bool keeps_reverse_voucher);

    std::map<std::int64_t, ModelVoucher> vouchers;  // by id
    std::set<PeriodKey> closed, frozen;
    std::map<std::string, std::int64_t> openings;  // debit-positive
    std::map<int, bool> years;                     // opened: with carry?

    PeriodKey first_open() const;
    bool takes(PeriodKey period, VoucherOrigin origin) const;
    bool is_balanced(const std::vector<ModelEntry>& entries) const;
    int highest_number(PeriodKey series) const;
    bool has_gap_below(PeriodKey series, int number) const;
    bool is_reversed(std::int64_t id) const;
    bool has(PeriodKey period, std::set<VoucherState> states) const;

    bool may_post(PeriodKey period) const;
    std::set<std::int64_t> to_post(PeriodKey period) const;
    bool may_unpost(PeriodKey period) const;
    bool may_close(PeriodKey period) const;
    bool may_unclose(PeriodKey period) const;
    bool may_open_year(int year, bool carry) const;

    /// Balance of an account at the end of a period of a year, as 科目余额表 shows it.
    std::int64_t closing(const std::string& account, PeriodKey period, bool with_pending) const;
    std::int64_t turnover(const std::string& account, PeriodKey period, Side side,
                          bool with_pending) const;

    /// December and the year end share one row of numbers.
    static PeriodKey series_of(PeriodKey period) {
        return {period.year, period.no == 13 ? 12 : period.no};
    }

private:
    bool counts(const ModelVoucher& voucher, bool with_pending) const;
    PeriodKey start_;
    bool keeps_reverse_voucher_;
};

}  // namespace zf::test
