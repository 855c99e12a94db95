#include "commands/open_year.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Changes> open_year(const OpenYear& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    // After December closed, the first open month lies in the new year.
    const int year = year_or_open(context.transaction(), *book, request.year);

    Changes changes;
    const auto opened = zf::open_year(writing_in(context, changes), book->id, year, request.carry);
    if (!opened) return opened.error();
    note(changes, opened->touched);
    changes.changed = {{"bk.period", {}}, {"bk.balance", {}}};
    changes.said = {opened->carried ? "The year {0} is open; the balances are carried into it."
                                    : "The year {0} is open; it reads its openings from the year "
                                      "before.",
                    {std::int64_t{opened->year}}};
    changes.result = {{"year", opened->year}, {"carried", opened->carried}};
    return changes;
}

CommandEntry open_year_command() {
    return entry_of(Command<OpenYear>{
        .name = OpenYear::command,
        .title = "Open the next year",
        .help = "Makes the books of the next year and carries the balances into it.",
        .permission = "bk.close",
        .place_of = place_of_book,
        .parameters = open_year_fields(),
        .answer = {column("year", "Year", ValueType::integer),
                   column("carried", "Balances carried", ValueType::boolean)},
        .run = open_year,
    });
}

}  // namespace zf::bookkeeping
