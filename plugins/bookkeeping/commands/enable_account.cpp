#include "commands/enable_account.h"

#include "commands/account_change.h"
#include "commands/commands.h"

namespace zf::bookkeeping {

static Result<Changes> enable_account(const EnableAccount& request, CommandContext& context) {
    return change_stored_account(
        context, {request.book, request.account, request.year, request.version},
        [](Account account) {
            account.is_enabled = true;
            return account;
        },
        "Account {0} {1} is in use again.");
}

CommandEntry enable_account_command() {
    return entry_of(Command<EnableAccount>{
        .name = EnableAccount::command,
        .title = "Enable account",
        .help = "Takes an account back into use.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = enable_account_fields(),
        .run = enable_account,
    });
}

}  // namespace zf::bookkeeping
