#include "commands/set_openings.h"

#include "commands/commands.h"
#include "commands/opening_values.h"

namespace zf::bookkeeping {

static Result<Changes> set_openings(const SetOpenings& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    return set_opening_lines(context, *book, request.opening, request.replaces_all);
}

CommandEntry set_openings_command() {
    return entry_of(Command<SetOpenings>{
        .name = SetOpenings::command,
        .title = "Opening balances",
        .help = "Sets the balances that the book starts with.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = set_openings_fields(),
        .run = set_openings,
    });
}

}  // namespace zf::bookkeeping
