#include "commands/account_answer.h"

#include <algorithm>

namespace zf::bookkeeping {

static std::vector<Field<Account>> account_fields() {
    return {field("account", &Account::code, "Account"),
            field("name", &Account::name, "Account name"),
            field("account_class", &Account::account_class, "Account class"),
            field("side", &Account::normal_side, "Balance side"),
            field("feature", &Account::feature, "Account feature"),
            field("journal", &Account::is_journal, "Kept as a journal"),
            field("manual", &Account::takes_manual_entries, "Takes typed entries"),
            field("enabled", &Account::is_enabled, "In use"),
            field("leaf", &Account::is_leaf, "Takes entries"),
            field("level", &Account::level, "Level"),
            field("mnemonic", &Account::mnemonic, "Initials"),
            field("id", &Account::id, "Number")};
}

Record account_values(const Account& account) {
    Record record = to_record(account_fields(), account);
    std::string dimensions;
    for (const AccountDimension& each : account.dimensions)
        dimensions += (dimensions.empty() ? "" : ",") + each.kind;
    record.set("dimensions", dimensions);
    return record;
}

std::vector<FieldInfo> account_columns() {
    std::vector<FieldInfo> columns;
    for (const Field<Account>& each : account_fields()) columns.push_back(each.info);
    columns.push_back({.name = "dimensions", .label = "Dimensions", .type = ValueType::text});
    return columns;
}

std::string full_name(const Account& account, const std::vector<Account>& chart) {
    if (!account.parent) return account.name;
    const auto above = std::find_if(chart.begin(), chart.end(),
                                    [&](const Account& each) { return each.id == account.parent; });
    ZF_ASSERT(above != chart.end());
    return full_name(*above, chart) + "/" + account.name;
}

}  // namespace zf::bookkeeping
