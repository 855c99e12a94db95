#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/book_kind.h"

namespace zf {

// "3-2-2-2" → {3, 2, 2, 2}; nothing when the text is not levels of 1 to 9 characters joined by "-".
ZF_EXPORT std::optional<std::vector<int>> code_levels_of(std::string_view text);

// Level of a code (from 1), or nothing when its length ends between two levels or it is not all
// digits.
ZF_EXPORT std::optional<int> level_of(std::string_view code, const std::vector<int>& levels);

// The code of the parent: "100201" → "1002" with 4-2-2; "" at the top.
ZF_EXPORT std::string parent_code(std::string_view code, const std::vector<int>& levels);

// Sets level and leaf marks of a whole chart from its parents, and sorts it by code.
ZF_EXPORT void derive_tree(std::vector<Account>& accounts);

// Adds every account's figures to all above it: in come the leaves' own, out goes every account
// with what lies below it. `rows` is the whole chart in any order; the result is in code order.
ZF_EXPORT std::vector<AccountBalance> rolled_up(std::vector<AccountBalance> rows);

// 试算平衡: totals over first-level accounts, by side.
struct TrialTotals {
    Amount opening_debit, opening_credit;
    Amount debit, credit;
    Amount year_debit, year_credit;
    Amount closing_debit, closing_credit;

    bool operator==(const TrialTotals&) const = default;
    bool is_balanced() const {
        return opening_debit == opening_credit && debit == credit && year_debit == year_credit &&
               closing_debit == closing_credit;
    }
};
ZF_EXPORT TrialTotals trial_totals(const std::vector<AccountBalance>& rolled_up_rows);

}  // namespace zf
