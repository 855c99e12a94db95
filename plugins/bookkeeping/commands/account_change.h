#pragma once

#include <functional>

#include "commands/book_context.h"
#include "zhangfang/ledger/account.h"

namespace zf::bookkeeping {

// Which account, from which year on, as read at which version.
struct AccountChange {
    std::string book;
    std::string account;
    int year = 0;
    std::int64_t version = 0;
};

// Loads the account, has it changed, saves it; the trail shows what differs. `said` names code and
// name.
Result<Changes> change_stored_account(CommandContext& context, const AccountChange& which,
                                      const std::function<Account(Account)>& change,
                                      const char* said);

}  // namespace zf::bookkeeping
