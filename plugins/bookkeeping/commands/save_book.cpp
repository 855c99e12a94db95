#include "commands/save_book.h"

#include "commands/book_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"

namespace zf::bookkeeping {

static Result<Changes> save_book(const SaveBook& request, CommandContext& context) {
    const Result<Book> stored = book_of(context.transaction(), request.book);
    if (!stored) return stored.error();
    Book book = *stored;
    if (request.name) book.name = *request.name;
    if (request.finance_head) book.finance_head = *request.finance_head;
    if (request.industry) book.industry = *request.industry;
    if (request.code_levels) book.code_levels = *request.code_levels;
    if (request.control_level) book.control_level = *request.control_level;
    if (request.version != 0) book.version = request.version;

    Changes changes;
    const auto written = change_book(writing_in(context, changes), book);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.differences = differences_between(main_columns(), book.code, main_values(*stored),
                                              main_values(written->book));
    changes.changed = {{"bk.book", {book.id.value}}};
    changes.said = {"Book {0} is saved.", {written->book.name}};
    return changes;
}

CommandEntry save_book_command() {
    return entry_of(Command<SaveBook>{
        .name = SaveBook::command,
        .title = "Change book",
        .help = "Changes name, heads and control level of a book; what is left out stays.",
        .permission = "zf.books",
        .parameters = save_book_fields(),
        .run = save_book,
    });
}

}  // namespace zf::bookkeeping
