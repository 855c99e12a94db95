#include "commands/list_closing_checks.h"

#include "commands/closing_answer.h"
#include "commands/commands.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_closing_checks(const ListClosingChecks& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.snapshot(), *book, request.month);
    if (!period) return period.error();
    Proof proof = closing_checks(
        context.snapshot(), context.book_kinds(), book->id, *period,
        [&](std::int64_t done, std::int64_t total) { context.progress().step(done, total); });
    proof.checks.push_back(backup_check(context.snapshot(), *book, context.now()));
    const bool stands = proof.stands && proof.checks.back().findings.empty();
    return Record{{"month", period->text()},
                  {"stands", stands},
                  {"vouchers", proof.vouchers},
                  {"rows", check_rows(proof.checks, context.snapshot(), *book)}};
}

CommandEntry list_closing_checks_command() {
    return entry_of(Query<ListClosingChecks>{
        .name = ListClosingChecks::command,
        .title = "Closing checks",
        .help = "Shows what stands in the way of closing a month, with the vouchers that block.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_closing_checks_fields(),
        .answer = {column("month", "Month"), column("stands", "May be closed", ValueType::boolean),
                   column("vouchers", "Vouchers", ValueType::integer),
                   rows_of("Checks", check_columns())},
        .run = list_closing_checks,
    });
}

}  // namespace zf::bookkeeping
