#include "commands/check_openings.h"

#include "commands/balance_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/finding_answer.h"
#include "zhangfang/ledger/store/openings.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> check_openings(const CheckOpenings& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const OpeningCheck check = zf::check_openings(context.snapshot(), context.book_kinds(),
                                                  book->id);
    List rows;
    Amount debit, credit;
    for (const AccountBalance& balance : check.rows) {
        Record row{{"account", balance.account.code}, {"name", balance.account.name}};
        set_by_side(row, "opening", balance.closing);
        rows.emplace_back(std::move(row));
        if (balance.account.level != 1) continue;
        if (balance.closing > Amount{})
            debit += balance.closing;
        else
            credit -= balance.closing;
    }
    return Record{{"ready", check.is_ready()},
                  {"debit", debit.money()},
                  {"credit", credit.money()},
                  {"findings", finding_rows(check.problems)},
                  {"rows", std::move(rows)}};
}

CommandEntry check_openings_command() {
    return entry_of(Query<CheckOpenings>{
        .name = CheckOpenings::command,
        .title = "Prove the opening balances",
        .help = "Adds up the opening balances and says what keeps the book from going into use.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = check_openings_fields(),
        .answer = {column("ready", "Ready for use", ValueType::boolean),
                   column("debit", "Debit", ValueType::money),
                   column("credit", "Credit", ValueType::money), findings_column(),
                   rows_of("Opening balances",
                           {column("account", "Account"), column("name", "Account name"),
                            column("opening_debit", "Opening debit", ValueType::money),
                            column("opening_credit", "Opening credit", ValueType::money)})},
        .run = check_openings,
    });
}

}  // namespace zf::bookkeeping
