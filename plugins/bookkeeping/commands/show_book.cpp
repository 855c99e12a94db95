#include "commands/show_book.h"

#include "commands/book_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> show_book(const ShowBook& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const PeriodStore periods{context.snapshot(), book->id};
    Record answer = main_values(*book);
    for (const auto& [name, value] : option_values(book->options)) answer.set(name, value);
    answer.set("first_open", periods.first_open().text());
    answer.set("last_open", periods.last_enterable().text());
    answer.set("has_vouchers", BookStore{context.snapshot()}.has_vouchers(book->id));
    return answer;
}

static std::vector<FieldInfo> columns() {
    std::vector<FieldInfo> all = main_columns();
    for (FieldInfo& option : option_columns()) all.push_back(std::move(option));
    all.push_back(column("first_open", "First open month"));
    all.push_back(column("last_open", "Last month open to entry"));
    all.push_back(column("has_vouchers", "Has vouchers", ValueType::boolean));
    return all;
}

CommandEntry show_book_command() {
    return entry_of(Query<ShowBook>{
        .name = ShowBook::command,
        .title = "Book",
        .help = "Shows a book, its options and which month is open.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_book_fields(),
        .answer = columns(),
        .run = show_book,
    });
}

}  // namespace zf::bookkeeping
