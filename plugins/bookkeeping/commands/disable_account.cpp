#include "commands/disable_account.h"

#include "commands/account_change.h"
#include "commands/commands.h"

namespace zf::bookkeeping {

static Result<Changes> disable_account(const DisableAccount& request, CommandContext& context) {
    return change_stored_account(
        context, {request.book, request.account, request.year, request.version},
        [](Account account) {
            account.is_enabled = false;
            return account;
        },
        "Account {0} {1} takes no more entries.");
}

CommandEntry disable_account_command() {
    return entry_of(Command<DisableAccount>{
        .name = DisableAccount::command,
        .title = "Disable account",
        .help = "Takes an account out of use; its past stays readable.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = disable_account_fields(),
        .run = disable_account,
    });
}

}  // namespace zf::bookkeeping
