#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/account.h"

namespace zf::bookkeeping {

// 修改科目. What is left out stays as it is; side, feature and dimensions only while the account
// has no line in the year.
struct SaveAccount {
    static constexpr const char* command = "bk.account.save";
    std::string book;
    std::string account;
    std::optional<std::string> code, name;
    std::optional<Side> side;
    std::optional<AccountFeature> feature;
    std::optional<bool> journal, manual;
    std::vector<std::string> dimension;
    bool without_dimensions = false;
    int year = 0;
    std::int64_t version = 0;
};

inline std::vector<Field<SaveAccount>> save_account_fields() {
    return {
        book_field(&SaveAccount::book),
        account_field(&SaveAccount::account).required(),
        field("code", &SaveAccount::code, "New code").length(30).pattern("[0-9]+"),
        field("name", &SaveAccount::name, "Account name").length(1, 60),
        field("side", &SaveAccount::side, "Balance side").choices(choices_of<Side>()),
        field("feature", &SaveAccount::feature, "Account feature")
            .choices(choices_of<AccountFeature>()),
        field("journal", &SaveAccount::journal, "Kept as a journal"),
        field("manual", &SaveAccount::manual, "Takes typed entries"),
        field("dimension", &SaveAccount::dimension, "Dimensions"),
        field("without_dimensions", &SaveAccount::without_dimensions, "Without dimensions"),
        year_field(&SaveAccount::year).help("From this year on; left out, the first open one."),
        version_field(&SaveAccount::version),
    };
}

}  // namespace zf::bookkeeping
