#include "commands/remove_account.h"

#include "commands/account_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Changes> remove_account(const RemoveAccount& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const AccountStore accounts{context.transaction(), book->id};
    const int year = year_or_open(context.transaction(), *book, request.year);
    std::vector<Id<Account>> unneeded;
    for (const std::string& reference : request.account) {
        const Result<Account> account = accounts.resolve(reference, year);
        if (!account) return account.error();
        unneeded.push_back(account->id);
    }

    Changes changes;
    const auto removed = remove_accounts(writing_in(context, changes), book->id, year, unneeded,
                                         request.subtree);
    if (!removed) return removed.error();
    note(changes, removed->touched);
    List rows;
    for (const Account& account : removed->accounts) rows.emplace_back(account_values(account));
    changes.changed = {{"bk.account", {}}};
    changes.said = {"{0} accounts are deleted.", {static_cast<std::int64_t>(rows.size())}};
    changes.result = {{"rows", std::move(rows)}};
    return changes;
}

CommandEntry remove_account_command() {
    return entry_of(Command<RemoveAccount>{
        .name = RemoveAccount::command,
        .title = "Delete accounts",
        .help = "Deletes accounts that nothing uses; one that has entries can only be disabled.",
        .permission = "bk.accounts",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = remove_account_fields(),
        .answer = {rows_of("Rows", account_columns())},
        .run = remove_account,
    });
}

}  // namespace zf::bookkeeping
