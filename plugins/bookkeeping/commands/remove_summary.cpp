#include "commands/remove_summary.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/summary_phrases.h"

namespace zf::bookkeeping {

static Result<Changes> remove_summary(const RemoveSummary& request, CommandContext& context) {
    Changes changes;
    const Result<Book> stored_book = book_of(context.transaction(), request.book);
    if (!stored_book) return stored_book.error();
    const Result<Book> book = lock_book(writing_in(context, changes), stored_book->id);
    if (!book) return book.error();

    const auto phrases = summary_phrases(context.transaction(), book->id);
    const auto stored = phrases.resolve(request.code);
    if (!stored)
        return Problem{.code = "bk.summary.unknown",
                       .text = {"There is no summary {0} in the library. Choose one from the "
                                "list (F7).",
                                {request.code}},
                       .place = {"code"}};
    const auto removed = phrases.records().remove(context.transaction(), stored->id,
                                                  stored->version);
    if (!removed) return removed.error();
    changes.changed = {{"bk.summary", {stored->id}}};
    changes.said = {"The summary {0} is gone from the library.", {stored->value.text}};
    return changes;
}

CommandEntry remove_summary_command() {
    return entry_of(Command<RemoveSummary>{
        .name = RemoveSummary::command,
        .title = "Remove summary",
        .help = "Takes a phrase out of the summary library.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = remove_summary_fields(),
        .run = remove_summary,
    });
}

}  // namespace zf::bookkeeping
