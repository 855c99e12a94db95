#include "commands/finish_setup.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/ledger/store/openings.h"

namespace zf::bookkeeping {

// The password again, because the opening balances cannot be changed afterwards (§6.5).
static std::optional<Changes> password_refusal(CommandContext& context, const std::string& given) {
    const auto signed_in = OperatorStore{context.transaction()}.sign_in(
        context.transaction(), context.session().who().login, given, context.station(),
        context.now());
    if (signed_in) return std::nullopt;
    Changes changes;
    changes.refusal = signed_in.error();
    changes.refusal->place = {"password"};
    return changes;
}

static Result<Changes> finish_setup(const FinishSetup& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    if (auto refused = password_refusal(context, request.password)) return *std::move(refused);

    Changes changes;
    const auto written = finish_initialisation(writing_in(context, changes), book->id);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.book", {book->id.value}}};
    changes.said = {"The set-up of {0} is finished. Make a backup now, then enter vouchers.",
                    {book->name}};
    return changes;
}

CommandEntry finish_setup_command() {
    return entry_of(Command<FinishSetup>{
        .name = FinishSetup::command,
        .title = "Finish the set-up",
        .help = "Proves the opening balances and fixes them; the book then goes into use.",
        .permission = "bk.accounts",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = finish_setup_fields(),
        .run = finish_setup,
    });
}

}  // namespace zf::bookkeeping
