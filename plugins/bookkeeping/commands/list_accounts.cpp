#include "commands/list_accounts.h"

#include "commands/account_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static constexpr int found_max = 500;

static Result<Record> list_accounts(const ListAccounts& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const AccountStore accounts{context.snapshot(), book->id};
    const int year = year_or_open(context.snapshot(), *book, request.year);
    const std::vector<Account> chart = accounts.all(year);
    const std::vector<Account> shown = request.search.empty()
                                           ? chart
                                           : accounts.search(request.search, year, found_max);
    List rows;
    for (const Account& account : shown) {
        Record row = account_values(account);
        row.set("full_name", full_name(account, chart));
        row.set("version", accounts.version(account.id));
        rows.emplace_back(std::move(row));
    }
    return Record{{"rows", std::move(rows)}};
}

static std::vector<FieldInfo> columns() {
    std::vector<FieldInfo> all = account_columns();
    all.push_back(column("full_name", "Full name"));
    all.push_back(column("version", "Version", ValueType::integer));
    return all;
}

CommandEntry list_accounts_command() {
    return entry_of(Query<ListAccounts>{
        .name = ListAccounts::command,
        .title = "Chart of accounts",
        .help = "Lists the accounts of a book in the order of their codes.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_accounts_fields(),
        .answer = {rows_of("Rows", columns())},
        .run = list_accounts,
    });
}

}  // namespace zf::bookkeeping
