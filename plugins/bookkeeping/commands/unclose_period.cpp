#include "commands/unclose_period.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

static Result<PeriodKey> closed_period(const UnclosePeriod& request, Reader reader,
                                       const Book& book) {
    if (!request.month.empty()) return period_of(reader, book, request.month);
    if (const auto newest = PeriodStore{reader, book.id}.newest_closed()) return *newest;
    return Problem{
        .code = "bk.period.none_closed",
        .text = {"No month of {0} is closed, so there is none to open again.", {book.name}},
        .place = {"month"}};
}

static Result<Changes> unclose_period(const UnclosePeriod& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = closed_period(request, context.transaction(), *book);
    if (!period) return period.error();
    if (auto refused = security_refusal(context, *book, request.security_code))
        return *std::move(refused);

    const std::string
        closed_as = PeriodStore{context.transaction(), book->id}.get(*period).close_hash;
    Changes changes;
    const auto written = zf::unclose_period(writing_in(context, changes), book->id, *period);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.differences = {{.of = period->text(),
                            .field = "Closing digest",
                            .before = closed_as,
                            .after = written->period.close_hash}};
    changes.changed = {{"bk.period", {}}, {"bk.book", {book->id.value}}};
    changes.said = {"{0} is open again.", {period->text()}};
    return changes;
}

CommandEntry unclose_period_command() {
    return entry_of(Command<UnclosePeriod>{
        .name = UnclosePeriod::command,
        .title = "Open a closed month again",
        .help = "Opens the newest closed month again, with reason and security code.",
        .permission = "bk.unclose",
        .asks_reason = true,
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = unclose_period_fields(),
        .run = unclose_period,
    });
}

}  // namespace zf::bookkeeping
