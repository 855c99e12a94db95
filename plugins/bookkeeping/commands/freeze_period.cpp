#include "commands/freeze_period.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

static Result<Changes> freeze_period(const FreezePeriod& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();

    Changes changes;
    const auto written = zf::freeze_period(writing_in(context, changes), book->id, *period);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.period", {}}};
    changes.said = {"{0} is frozen: new vouchers are dated later.", {period->text()}};
    return changes;
}

CommandEntry freeze_period_command() {
    return entry_of(Command<FreezePeriod>{
        .name = FreezePeriod::command,
        .title = "Freeze",
        .help = "Cuts a month off: nothing new is dated in it; what is there can be reviewed and "
                "posted.",
        .permission = "bk.close",
        .place_of = place_of_book,
        .parameters = freeze_period_fields(),
        .run = freeze_period,
    });
}

}  // namespace zf::bookkeeping
