#include "commands/save_summary.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/summary_phrases.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Changes> save_summary(const SaveSummary& request, CommandContext& context) {
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const Result<Book> stored_book = book_of(context.transaction(), request.book);
    if (!stored_book) return stored_book.error();
    const Result<Book> book = lock_book(writing, stored_book->id);
    if (!book) return book.error();

    const auto phrases = summary_phrases(context.transaction(), book->id);
    Stored<SummaryPhrase> phrase{.value = {request.code, request.category, request.text}};
    if (const auto stored = phrases.resolve(request.code)) {
        phrase.id = stored->id;
        phrase.version = request.version != 0 ? request.version : stored->version;
    }
    const auto saved = phrases.save(context.transaction(), phrase, writing.stamp);
    if (!saved) return saved.error();
    changes.changed = {{"bk.summary", {saved->value}}};
    changes.said = {"The summary {0} is saved.", {request.text}};
    changes.result = {{"id", saved->value}};
    return changes;
}

CommandEntry save_summary_command() {
    return entry_of(Command<SaveSummary>{
        .name = SaveSummary::command,
        .title = "Save summary",
        .help = "Keeps a phrase in the summary library.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = save_summary_fields(),
        .answer = {column("id", "Number", ValueType::integer)},
        .run = save_summary,
    });
}

}  // namespace zf::bookkeeping
