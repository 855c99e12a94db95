#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 停用科目.
struct DisableAccount {
    static constexpr const char* command = "bk.account.disable";
    std::string book;
    std::string account;
    int year = 0;
    std::int64_t version = 0;
};

inline std::vector<Field<DisableAccount>> disable_account_fields() {
    return {
        book_field(&DisableAccount::book),
        account_field(&DisableAccount::account).required(),
        year_field(&DisableAccount::year).help("From this year on; left out, the first open one."),
        version_field(&DisableAccount::version),
    };
}

}  // namespace zf::bookkeeping
