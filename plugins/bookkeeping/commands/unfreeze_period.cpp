#include "commands/unfreeze_period.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

static Result<Changes> unfreeze_period(const UnfreezePeriod& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();

    Changes changes;
    const auto written = zf::unfreeze_period(writing_in(context, changes), book->id, *period);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.period", {}}};
    changes.said = {"{0} takes vouchers again.", {period->text()}};
    return changes;
}

CommandEntry unfreeze_period_command() {
    return entry_of(Command<UnfreezePeriod>{
        .name = UnfreezePeriod::command,
        .title = "Unfreeze",
        .help = "Opens a frozen month to new vouchers again.",
        .permission = "bk.unclose",
        .place_of = place_of_book,
        .parameters = unfreeze_period_fields(),
        .run = unfreeze_period,
    });
}

}  // namespace zf::bookkeeping
