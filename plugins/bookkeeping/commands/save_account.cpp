#include "commands/save_account.h"

#include <algorithm>

#include "commands/account_change.h"
#include "commands/commands.h"

namespace zf::bookkeeping {

static Account changed(Account account, const SaveAccount& request) {
    if (request.code) account.code = *request.code;
    if (request.name) account.name = *request.name;
    if (request.side) account.normal_side = *request.side;
    if (request.feature) account.feature = *request.feature;
    if (request.journal) account.is_journal = *request.journal;
    if (request.manual) account.takes_manual_entries = *request.manual;
    if (request.without_dimensions) account.dimensions.clear();
    for (const std::string& kind : request.dimension)
        if (std::none_of(account.dimensions.begin(), account.dimensions.end(),
                         [&](const AccountDimension& each) { return each.kind == kind; }))
            account.dimensions.push_back({.kind = kind, .use = DimensionUse::analysis});
    return account;
}

static Result<Changes> save_account(const SaveAccount& request, CommandContext& context) {
    return change_stored_account(
        context, {request.book, request.account, request.year, request.version},
        [&](Account account) { return changed(std::move(account), request); },
        "Account {0} {1} is saved.");
}

CommandEntry save_account_command() {
    return entry_of(Command<SaveAccount>{
        .name = SaveAccount::command,
        .title = "Change account",
        .help = "Renames an account or changes how it is kept, from a year on.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = save_account_fields(),
        .run = save_account,
    });
}

}  // namespace zf::bookkeeping
