#include "commands/list_openings.h"

#include <map>

#include "commands/balance_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/openings.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_openings(const ListOpenings& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    std::map<Id<Account>, Opening> given;
    for (const Opening& opening : openings_of(context.snapshot(), book->id)) {
        Opening& sum = given[opening.account];
        sum.balance += opening.balance;
        sum.year_debit += opening.year_debit;
        sum.year_credit += opening.year_credit;
    }
    List rows;
    for (const Account& account :
         AccountStore{context.snapshot(), book->id}.all(book->start.year)) {
        if (!account.is_leaf || !account.is_enabled) continue;
        const Opening& opening = given[account.id];
        Record row{{"account", account.code},
                   {"name", account.name},
                   {"side", std::string{name_of(account.normal_side)}},
                   {"balance", on_side(opening.balance, account.normal_side)},
                   {"year_debit", opening.year_debit.money()},
                   {"year_credit", opening.year_credit.money()}};
        rows.emplace_back(std::move(row));
    }
    return Record{{"within_year", book->start.no > 1}, {"rows", std::move(rows)}};
}

CommandEntry list_openings_command() {
    return entry_of(Query<ListOpenings>{
        .name = ListOpenings::command,
        .title = "Opening balances so far",
        .help = "Lists every account that takes entries with its opening balance.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_openings_fields(),
        .answer = {column("within_year", "Starts within the year", ValueType::boolean),
                   rows_of("Rows",
                           {
                               column("account", "Account"),
                               column("name", "Account name"),
                               side_column(),
                               column("balance", "Opening balance", ValueType::money),
                               column("year_debit", "Debit of the year so far", ValueType::money),
                               column("year_credit", "Credit of the year so far", ValueType::money),
                           })},
        .run = list_openings,
    });
}

}  // namespace zf::bookkeeping
