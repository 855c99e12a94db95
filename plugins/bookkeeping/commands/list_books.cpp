#include "commands/list_books.h"

#include "commands/book_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static bool is_shown(const Book& book, const ListBooks& request, const Session& session) {
    const bool permitted = session.may("bk.read", place_of(book)) || session.may("zf.books");
    return permitted && (book.code.find(request.search) != std::string::npos ||
                         book.name.find(request.search) != std::string::npos);
}

static Result<Record> list_books(const ListBooks& request, ReadContext& context) {
    List rows;
    for (const Book& book : BookStore{context.snapshot()}.all())
        if (is_shown(book, request, context.session())) rows.emplace_back(main_values(book));
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_books_command() {
    return entry_of(Query<ListBooks>{
        .name = ListBooks::command,
        .title = "Books",
        .help = "The books of the workspace that you may look into.",
        .needs = Needs::own,
        .parameters = list_books_fields(),
        .answer = {rows_of("Rows", main_columns())},
        .run = list_books,
    });
}

}  // namespace zf::bookkeeping
