#include "commands/show_publication.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/publication_answer.h"
#include "store/months_asked.h"
#include "store/publication_facts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> show_publication(const ShowPublication& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const Result<PeriodKey> month = month_asked(reader, *book, request.month);
    if (!month) return month.error();
    const Include include = request.with_unposted ? Include::pending : Include::posted;
    const PublicationFacts facts = publication_facts(reader, *book, *month, include);
    Record answer = publication_values(publication_of(facts, Working::none()));
    answer.set("month", month->text());
    answer.set("unit", book->name);
    return answer;
}

CommandEntry show_publication_command() {
    std::vector<FieldInfo> answer{column("month", "Month"), column("unit", "Unit name")};
    for (FieldInfo& each : publication_columns()) answer.push_back(std::move(each));
    return entry_of(Query<ShowPublication>{
        .name = ShowPublication::command,
        .title = "Mess account",
        .help = "Balances, income and expenditure by flow item, persons and cost of a person-day.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_publication_fields(),
        .answer = std::move(answer),
        .run = show_publication,
    });
}

}  // namespace zf::bookkeeping
