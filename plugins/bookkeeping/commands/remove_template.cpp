#include "commands/remove_template.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/template_answer.h"
#include "commands/template_filling.h"
#include "store/template_store.h"

namespace zf::bookkeeping {

static Result<Changes> remove_template(const RemoveTemplate& request, CommandContext& context) {
    Changes changes;
    const Result<Book> stored_book = book_of(context.transaction(), request.book);
    if (!stored_book) return stored_book.error();
    const Result<Book> book = lock_book(writing_in(context, changes), stored_book->id);
    if (!book) return book.error();
    const TemplateStore templates{context.transaction(), book->id};
    const auto stored = templates.find(request.template_code);
    if (!stored) return template_unknown(request.template_code);

    templates.remove(context.transaction(), stored->id);
    changes.differences = differences_between(template_columns(), stored->value.code,
                                              template_values(stored->value), Record{});
    changes.changed = {{"bk.template", {stored->id}}};
    changes.said = {"Template {0} {1} is gone.", {stored->value.code, stored->value.name}};
    return changes;
}

CommandEntry remove_template_command() {
    return entry_of(Command<RemoveTemplate>{
        .name = RemoveTemplate::command,
        .title = "Remove template",
        .help = "Takes a template away; vouchers made with it stay.",
        .permission = "bk.enter",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = remove_template_fields(),
        .run = remove_template,
    });
}

}  // namespace zf::bookkeeping
