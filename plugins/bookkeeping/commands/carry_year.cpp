#include "commands/carry_year.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

static Result<Changes> carry_year(const CarryYear& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const int old_year = request.year != 0 ? request.year
                                           : year_or_open(context.transaction(), *book, 0) - 1;

    Changes changes;
    const auto written = enter_year_carry(writing_in(context, changes), book->id, old_year);
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher,
           "Voucher {0} carries the year; it waits for review and posting.");
    return changes;
}

CommandEntry carry_year_command() {
    return entry_of(Command<CarryYear>{
        .name = CarryYear::command,
        .title = "Year-end voucher",
        .help = "Enters the voucher that closes every account of the old year.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = carry_year_fields(),
        .answer = voucher_result_columns(),
        .run = carry_year,
    });
}

}  // namespace zf::bookkeeping
