#include "zhangfang/ledger/numbering.h"

#include <algorithm>
#include <set>

namespace zf {

std::vector<NumberGap> gaps_in(PeriodKey period, const std::string& word,
                               const std::vector<int>& numbers) {
    std::vector<NumberGap> gaps;
    int expected = 1;
    for (const int number : numbers) {
        if (number > expected) gaps.push_back({period, word, expected, number - 1});
        expected = std::max(expected, number + 1);
    }
    return gaps;
}

RenumberPlan renumber_plan(const std::vector<NumberedVoucher>& vouchers, RenumberMode mode) {
    ZF_ASSERT(mode != RenumberMode::manual);
    std::vector<NumberedVoucher> ordered = vouchers;
    std::sort(ordered.begin(), ordered.end(),
              [&](const NumberedVoucher& left, const NumberedVoucher& right) {
                  if (mode == RenumberMode::by_date && left.date != right.date)
                      return left.date < right.date;
                  return left.number < right.number;
              });
    RenumberPlan plan;
    int number = 0;
    for (const NumberedVoucher& each : ordered)
        if (++number != each.number) plan.changes.push_back({each.id, each.number, number});
    return plan;
}

Result<RenumberPlan> renumber_plan(const std::vector<NumberedVoucher>& vouchers,
                                   const std::map<std::int64_t, int>& typed) {
    RenumberPlan plan;
    std::set<int> taken;
    std::size_t known = 0;
    for (const NumberedVoucher& each : vouchers) {
        const auto wish = typed.find(each.id.value);
        const int number = wish == typed.end() ? each.number : wish->second;
        known += wish == typed.end() ? 0 : 1;
        if (number < 1)
            return Problem{
                .code = "ledger.renumber.not_positive",
                .text = {"{0} is no voucher number. Nothing was changed; type a number from 1 on.",
                         {std::int64_t{number}}}};
        if (!taken.insert(number).second)
            return Problem{.code = "ledger.renumber.twice",
                           .text = {"Two vouchers would have the number {0}. Nothing was "
                                    "changed; give each its own.",
                                    {std::int64_t{number}}}};
        if (number != each.number) plan.changes.push_back({each.id, each.number, number});
    }
    if (known != typed.size())
        return Problem{.code = "ledger.renumber.unknown",
                       .text = {"One of the vouchers is not in this month under this word. "
                                "Nothing was changed; read the list again."}};
    return plan;
}

}  // namespace zf
