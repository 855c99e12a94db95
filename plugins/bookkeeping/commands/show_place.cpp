#include "commands/show_place.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/work_answer.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> show_place(const ShowPlace& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    Record answer{{"book", book->code},
                  {"name", book->name},
                  {"kind", book->kind},
                  {"status", std::string{name_of(book->status)}},
                  {"month", PeriodStore{reader, book->id}.first_open().text()},
                  {"first_year", book->start.year}};
    set_work(answer, reader, *book);
    return answer;
}

CommandEntry show_place_command() {
    FieldInfo status = column("status", "State");
    status.choices = choices_of<BookStatus>();
    FieldInfo kind = column("kind", "Kind of book");
    kind.choices = kinds_of_book();
    std::vector<FieldInfo> answer{column("book", "Book"),
                                  column("name", "Unit name"),
                                  kind,
                                  status,
                                  column("month", "Month"),
                                  column("first_year", "First year", ValueType::integer)};
    for (FieldInfo& each : work_columns()) answer.push_back(std::move(each));
    return entry_of(Query<ShowPlace>{
        .name = ShowPlace::command,
        .title = "Where one is",
        .help = "The book, its first open month, what waits for review and posting, the last "
                "backup.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_place_fields(),
        .answer = std::move(answer),
        .run = show_place,
    });
}

}  // namespace zf::bookkeeping
