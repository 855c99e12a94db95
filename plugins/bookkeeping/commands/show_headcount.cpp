#include "commands/show_headcount.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "domain/headcount_suggestion.h"
#include "store/canteen_month_store.h"
#include "store/months_asked.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Record answer_of(const CanteenHeadcounts& counted, std::int64_t version) {
    List rows;
    for (const Headcount& row : counted.rows) {
        Record line = to_record(headcount_fields(), row);
        line.set("person_days", std::int64_t{row.persons} * row.days);
        rows.emplace_back(std::move(line));
    }
    return {{"month", counted.period.text()},
            {"is_counted", version != 0},
            {"standard", counted.standard ? Value{*counted.standard} : Value{}},
            {"person_days", person_days_of(counted.rows)},
            {"version", version},
            {"rows", std::move(rows)}};
}

static Result<Record> show_headcount(const ShowHeadcount& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const Result<PeriodKey> month = month_asked(reader, *book, request.month);
    if (!month) return month.error();
    const CanteenMonthStore months{reader, book->id};
    if (const auto stored = months.find(*month)) return answer_of(stored->value, stored->version);
    const auto before = months.newest_before(*month);
    if (!before) return answer_of({.period = *month}, 0);
    return answer_of({.period = *month,
                      .standard = before->value.standard,
                      .rows = suggested_for(*month, before->value.rows)},
                     0);
}

CommandEntry show_headcount_command() {
    return entry_of(Query<ShowHeadcount>{
        .name = ShowHeadcount::command,
        .title = "Persons of a month",
        .help = "Who ate on how many days; for a month not counted yet, what the one before "
                "suggests.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_headcount_fields(),
        .answer = {column("month", "Month"), column("is_counted", "Counted", ValueType::boolean),
                   column("standard", "Standard of a person-day", ValueType::money),
                   column("person_days", "Person-days", ValueType::integer),
                   column("version", "Version", ValueType::integer),
                   rows_of("Persons and days",
                           {column("category", "Persons who ate"),
                            column("persons", "Persons", ValueType::integer),
                            column("days", "Days", ValueType::integer),
                            column("person_days", "Person-days", ValueType::integer)})},
        .run = show_headcount,
    });
}

}  // namespace zf::bookkeeping
