#include "commands/discard_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> discard_voucher(const DiscardVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!voucher) return voucher.error();

    Changes changes;
    const auto touched = discard_held_voucher(writing_in(context, changes), book->id, voucher->id,
                                              version_of(request.version, *voucher));
    if (!touched) return touched.error();
    note(changes, *touched);
    changes.changed = {{"bk.voucher", {voucher->id.value}}};
    changes.said = {"The held voucher {0} is gone.", {reference_of(*voucher)}};
    return changes;
}

CommandEntry discard_voucher_command() {
    return entry_of(Command<DiscardVoucher>{
        .name = DiscardVoucher::command,
        .title = "Discard held voucher",
        .help = "Takes away a voucher that was only put aside.",
        .permission = "bk.enter",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = discard_voucher_fields(),
        .run = discard_voucher,
    });
}

}  // namespace zf::bookkeeping
