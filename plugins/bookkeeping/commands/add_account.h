#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/account.h"

namespace zf::bookkeeping {

// 增加科目. A child inherits class, side, feature and dimensions of the account above it.
struct AddAccount {
    static constexpr const char* command = "bk.account.add";
    std::string book;
    std::string code;
    std::string name;
    Side side = Side::debit;
    AccountFeature feature = AccountFeature::general;
    std::optional<AccountClass> account_class;
    bool journal = false;
    std::vector<std::string> dimension;
    int year = 0;
};

inline std::vector<Field<AddAccount>> add_account_fields() {
    return {
        book_field(&AddAccount::book),
        field("code", &AddAccount::code, "Account code")
            .required()
            .length(30)
            .pattern("[0-9]+")
            .help("The account above follows from the code: 10201 stands below 102."),
        field("name", &AddAccount::name, "Account name").required().length(60),
        field("side", &AddAccount::side, "Balance side").defaults_to("debit"),
        field("feature", &AddAccount::feature, "Account feature").defaults_to("general"),
        field("account_class", &AddAccount::account_class, "Account class")
            .choices(choices_of<AccountClass>())
            .help("Left out: asset on the debit side, equity on the credit side."),
        field("journal", &AddAccount::journal, "Kept as a journal"),
        field("dimension", &AddAccount::dimension, "Dimensions")
            .help("Codes of the dimension kinds whose items its lines may name, such as flow."),
        year_field(&AddAccount::year).help("From this year on; left out, the first open one."),
    };
}

}  // namespace zf::bookkeeping
