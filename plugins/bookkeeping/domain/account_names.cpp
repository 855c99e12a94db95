#include "domain/account_names.h"

#include <algorithm>

namespace zf::bookkeeping {

std::string full_name_of(const Account& account, const AccountList& accounts) {
    const Account* parent = account.parent ? accounts.find(account.parent) : nullptr;
    return parent == nullptr ? account.name : full_name_of(*parent, accounts) + "-" + account.name;
}

std::string items_text(const std::vector<DimensionValue>& values,
                       const std::vector<DimensionItem>& items) {
    std::string text;
    for (const DimensionValue& value : values) {
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) {
            return item.kind == value.kind && item.code == value.item;
        });
        text += "〔" + (found == items.end() ? value.item : found->name) + "〕";
    }
    return text;
}

std::string account_text(const Entry& entry, const AccountList& accounts,
                         const std::vector<DimensionItem>& items) {
    const Account* account = accounts.find(entry.account);
    if (account == nullptr) return {};
    return account->code + " " + full_name_of(*account, accounts) +
           items_text(entry.dimensions, items);
}

std::string counter_text(const std::vector<Id<Account>>& counters, const AccountList& accounts) {
    constexpr std::size_t shown_max = 3;
    std::string text;
    for (std::size_t place = 0; place < counters.size(); ++place) {
        if (place == shown_max) return text + "等";
        const Account* account = accounts.find(counters[place]);
        if (account == nullptr) continue;
        if (!text.empty()) text += "、";
        text += full_name_of(*account, accounts);
    }
    return text;
}

}  // namespace zf::bookkeeping
