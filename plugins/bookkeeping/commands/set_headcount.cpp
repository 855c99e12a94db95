#include "commands/set_headcount.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "domain/headcount_rules.h"
#include "store/canteen_month_store.h"
#include "store/months_asked.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Changes> set_headcount(const SetHeadcount& request, CommandContext& context) {
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const Result<Book> asked = book_of(context.transaction(), request.book);
    if (!asked) return asked.error();
    const Result<Book> book = lock_book(writing, asked->id);
    if (!book) return book.error();
    const Result<PeriodKey> month = month_asked(context.transaction(), *book, request.month);
    if (!month) return month.error();
    if (auto refusal = writing.settle(problems_of(request.rows, month->month())))
        return *std::move(refusal);

    const CanteenMonthStore months{context.transaction(), book->id};
    Stored<CanteenHeadcounts> counted{.value = {*month, request.standard, request.rows}};
    if (const auto stored = months.find(*month)) {
        if (request.version != 0 && request.version != stored->version)
            return Problem{.code = "bk.headcount.changed_meanwhile",
                           .text = {"Somebody else counted the persons of {0} meanwhile. Nothing "
                                    "was saved: read them again.",
                                    {month->text()}}};
        counted.id = stored->id;
        counted.version = stored->version;
    }
    const auto saved = months.save(context.transaction(), counted, writing.stamp);
    const std::int64_t person_days = person_days_of(saved.value.rows);
    changes.changed = {{"bk.canteen_month", {saved.id}}};
    changes.said = {"{0} person-days are counted in {1}.", {person_days, month->text()}};
    changes.result = {{"id", saved.id}, {"person_days", person_days}, {"version", saved.version}};
    return changes;
}

CommandEntry set_headcount_command() {
    return entry_of(Command<SetHeadcount>{
        .name = SetHeadcount::command,
        .title = "Count persons",
        .help = "Keeps who ate on how many days of a month, for the cost of a person-day.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = set_headcount_fields(),
        .answer = {column("id", "Number", ValueType::integer),
                   column("person_days", "Person-days", ValueType::integer),
                   column("version", "Version", ValueType::integer)},
        .run = set_headcount,
    });
}

}  // namespace zf::bookkeeping
