#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 启用科目.
struct EnableAccount {
    static constexpr const char* command = "bk.account.enable";
    std::string book;
    std::string account;
    int year = 0;
    std::int64_t version = 0;
};

inline std::vector<Field<EnableAccount>> enable_account_fields() {
    return {
        book_field(&EnableAccount::book),
        account_field(&EnableAccount::account).required(),
        year_field(&EnableAccount::year).help("From this year on; left out, the first open one."),
        version_field(&EnableAccount::version),
    };
}

}  // namespace zf::bookkeeping
