#include "commands/restore_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> restore_voucher(const RestoreVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!voucher) return voucher.error();

    Changes changes;
    const auto written = restore_voided_voucher(writing_in(context, changes), book->id, voucher->id,
                                                version_of(request.version, *voucher));
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is entered again.");
    return changes;
}

CommandEntry restore_voucher_command() {
    return entry_of(Command<RestoreVoucher>{
        .name = RestoreVoucher::command,
        .title = "Restore voucher",
        .help = "Brings a void voucher back, to be reviewed.",
        .permission = "bk.enter",
        .asks_reason = true,
        .place_of = place_of_book,
        .parameters = restore_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = restore_voucher,
    });
}

}  // namespace zf::bookkeeping
