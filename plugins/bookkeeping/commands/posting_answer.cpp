#include "commands/posting_answer.h"

#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Money total_of(const std::vector<std::pair<Id<Measure>, Amount>>& sums) {
    return sums.empty() ? Money{} : sums.front().second.money();
}

void report(Changes& changes, const Posted& posted, PeriodKey period, const char* said) {
    note(changes, posted.touched);
    changes.changed = {{"bk.voucher", {}}, {"bk.balance", {}}};
    changes.said = {said, {posted.vouchers, period.text()}};
    changes.result = {{"month", period.text()},
                      {"vouchers", posted.vouchers},
                      {"lines", posted.lines},
                      {"debit", total_of(posted.debit)},
                      {"credit", total_of(posted.credit)}};
}

std::vector<FieldInfo> posting_columns() {
    return {column("month", "Month"), column("vouchers", "Vouchers", ValueType::integer),
            column("lines", "Lines", ValueType::integer),
            column("debit", "Debit", ValueType::money),
            column("credit", "Credit", ValueType::money)};
}

Tick tick_of(CommandContext& context) {
    return
        [&context](std::int64_t done, std::int64_t total) { context.progress().step(done, total); };
}

}  // namespace zf::bookkeeping
