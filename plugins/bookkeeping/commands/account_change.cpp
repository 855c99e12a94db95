#include "commands/account_change.h"

#include "commands/account_answer.h"
#include "zhangfang/ledger/store/accounts.h"

namespace zf::bookkeeping {

Result<Changes> change_stored_account(CommandContext& context, const AccountChange& which,
                                      const std::function<Account(Account)>& change,
                                      const char* said) {
    const Result<Book> book = book_of(context.transaction(), which.book);
    if (!book) return book.error();
    const AccountStore accounts{context.transaction(), book->id};
    const int year = year_or_open(context.transaction(), *book, which.year);
    const Result<Account> stored = accounts.resolve(which.account, year);
    if (!stored) return stored.error();
    const std::int64_t version = which.version != 0 ? which.version : accounts.version(stored->id);

    Changes changes;
    const auto written = change_account(writing_in(context, changes), book->id, year,
                                        change(*stored), version);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.differences = differences_between(
        account_columns(), stored->code, account_values(*stored), account_values(written->account));
    changes.changed = {{"bk.account", {stored->id.value}}};
    changes.said = {said, {written->account.code, written->account.name}};
    return changes;
}

}  // namespace zf::bookkeeping
