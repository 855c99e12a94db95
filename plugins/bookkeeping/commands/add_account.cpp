#include "commands/add_account.h"

#include "commands/account_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Account account_from(const AddAccount& request) {
    const AccountClass by_side = request.side == Side::debit ? AccountClass::asset
                                                             : AccountClass::equity;
    Account account{.code = request.code,
                    .name = request.name,
                    .account_class = request.account_class.value_or(by_side),
                    .normal_side = request.side,
                    .feature = request.feature,
                    .is_journal = request.journal};
    for (const std::string& kind : request.dimension)
        account.dimensions.push_back({.kind = kind, .use = DimensionUse::analysis});
    return account;
}

static Result<Changes> add_account(const AddAccount& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    Changes changes;
    const auto added = zf::add_account(writing_in(context, changes), book->id,
                                       year_or_open(context.transaction(), *book, request.year),
                                       account_from(request));
    if (!added) return added.error();
    note(changes, added->touched);
    changes.changed = {{"bk.account", {added->account.id.value}}};
    changes.said = {"Account {0} {1} is added.", {added->account.code, added->account.name}};
    changes.result = {{"id", added->account.id.value}, {"account", added->account.code}};
    return changes;
}

CommandEntry add_account_command() {
    return entry_of(Command<AddAccount>{
        .name = AddAccount::command,
        .title = "Add account",
        .help = "Adds an account to the chart of a book.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = add_account_fields(),
        .answer = {column("id", "Number", ValueType::integer), column("account", "Account")},
        .run = add_account,
    });
}

}  // namespace zf::bookkeeping
