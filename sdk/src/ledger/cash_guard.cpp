#include "cash_guard.h"

namespace zf {

std::optional<Problem> problem_of(const EntryContext::Deficit& deficit, const Account& account,
                                  const BookOptions& options) {
    const bool is_cash = account.feature == AccountFeature::cash;
    const Guard guard = is_cash ? options.cash_deficit : options.bank_deficit;
    if (guard == Guard::ignore) return std::nullopt;
    return Problem{
        .code = is_cash ? "ledger.voucher.cash_deficit" : "ledger.voucher.bank_deficit",
        .level = guard == Guard::stop ? Level::error : Level::alert,
        .text = {"{0} would stand at {1} on {2}: more would be paid than there is. Correct the "
                 "amount or the date, or enter the receipt first.",
                 {account.code + " " + account.name, deficit.balance.money(), deficit.day}},
        .place = {"entries"}};
}

}  // namespace zf
