#include "commands/prove_period.h"

#include "commands/closing_answer.h"
#include "commands/commands.h"
#include "commands/posting_answer.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Changes> prove_period(const ProvePeriod& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();

    Changes changes;
    const auto proof = zf::prove_period(writing_in(context, changes), book->id, *period,
                                        AuditTrail{context.transaction()}.head_sequence(),
                                        tick_of(context));
    if (!proof) return proof.error();
    changes.changed = {{"bk.period", {}}};
    changes.said = {proof->stands ? "{0} is proven: {1} vouchers, nothing stops the closing."
                                  : "{0} cannot be closed yet: read the checks.",
                    {period->text(), proof->vouchers}};
    changes.result = {{"month", period->text()},
                      {"stands", proof->stands},
                      {"vouchers", proof->vouchers},
                      {"lines", proof->lines},
                      {"rows", check_rows(proof->checks, context.transaction(), *book)}};
    return changes;
}

CommandEntry prove_period_command() {
    return entry_of(Command<ProvePeriod>{
        .name = ProvePeriod::command,
        .title = "Prove the month",
        .help = "Adds every line of a month again, compares the kept sums and keeps the proof.",
        .permission = "bk.close",
        .place_of = place_of_book,
        .parameters = prove_period_fields(),
        .answer = {column("month", "Month"), column("stands", "May be closed", ValueType::boolean),
                   column("vouchers", "Vouchers", ValueType::integer),
                   column("lines", "Lines", ValueType::integer),
                   rows_of("Checks", check_columns())},
        .run = prove_period,
    });
}

}  // namespace zf::bookkeeping
