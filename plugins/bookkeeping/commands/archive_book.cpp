#include "commands/archive_book.h"

#include "commands/book_context.h"
#include "commands/commands.h"

namespace zf::bookkeeping {

static Result<Changes> archive_book(const ArchiveBook& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    Changes changes;
    const auto written = set_book_archived(writing_in(context, changes), book->id,
                                           request.archived);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.book", {book->id.value}}};
    changes.said = {request.archived ? "Book {0} is archived: it can be read and takes no changes."
                                     : "Book {0} is in use again.",
                    {book->name}};
    return changes;
}

CommandEntry archive_book_command() {
    return entry_of(Command<ArchiveBook>{
        .name = ArchiveBook::command,
        .title = "Archive book",
        .help = "Takes a book out of use; everything in it stays readable.",
        .permission = "zf.books",
        .asks_confirmation = true,
        .parameters = archive_book_fields(),
        .run = archive_book,
    });
}

}  // namespace zf::bookkeeping
