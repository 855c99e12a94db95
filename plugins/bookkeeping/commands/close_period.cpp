#include "commands/close_period.h"

#include "commands/closing_answer.h"
#include "commands/commands.h"
#include "commands/posting_answer.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static const char* said_of(PeriodKey period) {
    switch (period.no) {
        case 12: return "{0} is closed. Open the next year and enter the year-end voucher next.";
        case 13: return "The year end {0} is closed: the year is sealed.";
        default: return "{0} is closed.";
    }
}

static Result<Changes> close_period(const ClosePeriod& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();
    Changes changes;
    const ClosingCheck backup = backup_check(context.transaction(), *book, context.now());
    if (const auto refusal = context.settle(backup.findings, changes)) return *refusal;

    const auto closed = zf::close_period(writing_in(context, changes), book->id, *period,
                                         AuditTrail{context.transaction()}.head_sequence(),
                                         tick_of(context));
    if (!closed) return closed.error();
    note(changes, closed->touched);
    changes.changed = {{"bk.period", {}}, {"bk.book", {book->id.value}}};
    changes.said = {said_of(*period), {period->text()}};
    changes.result = {{"month", period->text()},
                      {"vouchers", closed->proof.vouchers},
                      {"close_hash", closed->period.close_hash},
                      {"rows", check_rows(closed->proof.checks, context.transaction(), *book)}};
    return changes;
}

CommandEntry close_period_command() {
    return entry_of(Command<ClosePeriod>{
        .name = ClosePeriod::command,
        .title = "Close the month",
        .help = "Proves a month and makes it immutable; the next one opens.",
        .permission = "bk.close",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = close_period_fields(),
        .answer = {column("month", "Month"), column("vouchers", "Vouchers", ValueType::integer),
                   column("close_hash", "Closing digest"), rows_of("Checks", check_columns())},
        .run = close_period,
    });
}

}  // namespace zf::bookkeeping
