#include "commands/reopen_setup.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/openings.h"

namespace zf::bookkeeping {

static Result<Changes> reopen_setup(const ReopenSetup& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    if (auto refused = security_refusal(context, *book, request.security_code))
        return *std::move(refused);

    Changes changes;
    const auto written = undo_initialisation(writing_in(context, changes), book->id);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.book", {book->id.value}}};
    changes.said = {"{0} is being set up again: its opening balances can be changed.",
                    {book->name}};
    return changes;
}

CommandEntry reopen_setup_command() {
    return entry_of(Command<ReopenSetup>{
        .name = ReopenSetup::command,
        .title = "Reopen the set-up",
        .help = "Lets the opening balances be changed again; only while there is no voucher.",
        .permission = "zf.books",
        .asks_reason = true,
        .parameters = reopen_setup_fields(),
        .run = reopen_setup,
    });
}

}  // namespace zf::bookkeeping
