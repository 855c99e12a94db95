#pragma once

#include <map>
#include <string>
#include <vector>

#include "zhangfang/ledger/voucher.h"

namespace zf {

// Numbers missing in 1…highest of one word, from first to last.
struct NumberGap {
    PeriodKey period;
    std::string word;
    int first = 0, last = 0;

    bool operator==(const NumberGap&) const = default;
};
// `numbers` of one word, ascending, voided ones included.
ZF_EXPORT std::vector<NumberGap> gaps_in(PeriodKey period, const std::string& word,
                                         const std::vector<int>& numbers);

struct NumberedVoucher {
    Id<Voucher> id;
    int number = 0;
    Date date;
    VoucherState state = VoucherState::entered;
    std::string summary;
    int print_count = 0;

    bool operator==(const NumberedVoucher&) const = default;
};

enum class RenumberMode { by_date, close_gaps, manual };  // 按日期, 断号整理, 手工指定
template <>
struct EnumNames<RenumberMode> {
    static constexpr std::array names{
        EnumName<RenumberMode>{RenumberMode::by_date, "by_date", "By date"},
        EnumName<RenumberMode>{RenumberMode::close_gaps, "close_gaps", "Close gaps"},
        EnumName<RenumberMode>{RenumberMode::manual, "manual", "By hand"},
    };
};

struct NumberChange {
    Id<Voucher> id;
    int from = 0, to = 0;

    bool operator==(const NumberChange&) const = default;
};
struct RenumberPlan {
    std::vector<NumberChange> changes;  // only those that differ
    bool operator==(const RenumberPlan&) const = default;
};

// by_date: stable order of date, then old number, from 1; close_gaps: old order, from 1.
ZF_EXPORT RenumberPlan renumber_plan(const std::vector<NumberedVoucher>& vouchers,
                                     RenumberMode mode);
// manual: the numbers typed. Problems: ledger.renumber.twice (two vouchers, one number), .unknown,
// .not_positive.
ZF_EXPORT Result<RenumberPlan> renumber_plan(const std::vector<NumberedVoucher>& vouchers,
                                             const std::map<std::int64_t, int>& typed);

}  // namespace zf
