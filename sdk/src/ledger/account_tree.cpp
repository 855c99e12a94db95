#include "zhangfang/ledger/account_tree.h"

#include <algorithm>
#include <unordered_map>

#include "zhangfang/base/text.h"

namespace zf {

std::optional<std::vector<int>> code_levels_of(std::string_view text) {
    std::vector<int> levels;
    for (const std::string& part : split(text, '-')) {
        if (part.size() != 1 || part[0] < '1' || part[0] > '9') return std::nullopt;
        levels.push_back(part[0] - '0');
    }
    return levels;
}

std::optional<int> level_of(std::string_view code, const std::vector<int>& levels) {
    if (!std::all_of(code.begin(), code.end(),
                     [](char digit) { return digit >= '0' && digit <= '9'; }))
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        length += static_cast<std::size_t>(levels[level]);
        if (length == code.size()) return static_cast<int>(level) + 1;
    }
    return std::nullopt;
}

std::string parent_code(std::string_view code, const std::vector<int>& levels) {
    const std::optional<int> level = level_of(code, levels);
    if (!level || *level == 1) return {};
    const auto own = static_cast<std::size_t>(levels[static_cast<std::size_t>(*level) - 1]);
    return std::string{code.substr(0, code.size() - own)};
}

void derive_tree(std::vector<Account>& accounts) {
    std::unordered_map<std::int64_t, Account*> by_id;
    for (Account& account : accounts) {
        account.is_leaf = true;
        by_id[account.id.value] = &account;
    }
    for (Account& account : accounts) {
        account.level = 1;
        for (auto above = by_id.find(account.parent.value); above != by_id.end();
             above = by_id.find(above->second->parent.value)) {
            ++account.level;
            above->second->is_leaf = false;
        }
    }
    std::sort(accounts.begin(), accounts.end(),
              [](const Account& left, const Account& right) { return left.code < right.code; });
}

std::vector<AccountBalance> rolled_up(std::vector<AccountBalance> rows) {
    // The deepest first, so that a parent is whole before it is added to its own.
    std::sort(rows.begin(), rows.end(),
              [](const AccountBalance& left, const AccountBalance& right) {
                  return left.account.level > right.account.level;
              });
    std::unordered_map<std::int64_t, std::size_t> place;
    for (std::size_t at = 0; at < rows.size(); ++at) place[rows[at].account.id.value] = at;
    for (const AccountBalance& row : rows) {
        const auto above = place.find(row.account.parent.value);
        if (above == place.end()) continue;
        AccountBalance& parent = rows[above->second];
        parent.year_opening += row.year_opening;
        parent.opening += row.opening;
        parent.debit += row.debit;
        parent.credit += row.credit;
        parent.year_debit += row.year_debit;
        parent.year_credit += row.year_credit;
        parent.closing += row.closing;
    }
    std::sort(rows.begin(), rows.end(),
              [](const AccountBalance& left, const AccountBalance& right) {
                  return left.account.code < right.account.code;
              });
    return rows;
}

TrialTotals trial_totals(const std::vector<AccountBalance>& rolled_up_rows) {
    TrialTotals totals;
    const auto split_by_side = [](Amount balance, Amount& debit, Amount& credit) {
        if (balance > Amount{})
            debit += balance;
        else
            credit -= balance;
    };
    for (const AccountBalance& row : rolled_up_rows) {
        if (row.account.level != 1) continue;
        split_by_side(row.opening, totals.opening_debit, totals.opening_credit);
        split_by_side(row.closing, totals.closing_debit, totals.closing_credit);
        totals.debit += row.debit;
        totals.credit += row.credit;
        totals.year_debit += row.year_debit;
        totals.year_credit += row.year_credit;
    }
    return totals;
}

}  // namespace zf
