#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 删除科目, with `subtree` 成片删除下级科目: all below it too, or none.
struct RemoveAccount {
    static constexpr const char* command = "bk.account.remove";
    std::string book;
    std::vector<std::string> account;
    bool subtree = false;
    int year = 0;
};

inline std::vector<Field<RemoveAccount>> remove_account_fields() {
    return {
        book_field(&RemoveAccount::book),
        field("account", &RemoveAccount::account, "Accounts").required().refers_to("bk.account"),
        field("subtree", &RemoveAccount::subtree, "With all accounts below"),
        year_field(&RemoveAccount::year),
    };
}

}  // namespace zf::bookkeeping
