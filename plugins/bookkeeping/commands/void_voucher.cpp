#include "commands/void_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> void_voucher(const VoidVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!voucher) return voucher.error();

    Changes changes;
    const auto written = zf::void_voucher(writing_in(context, changes), book->id, voucher->id,
                                          version_of(request.version, *voucher));
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is void; its number stays taken.");
    return changes;
}

CommandEntry void_voucher_command() {
    return entry_of(Command<VoidVoucher>{
        .name = VoidVoucher::command,
        .title = "Void voucher",
        .help = "Voids an entered voucher; its number stays taken and prints as void.",
        .permission = "bk.enter",
        .asks_reason = true,
        .place_of = place_of_book,
        .parameters = void_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = void_voucher,
    });
}

}  // namespace zf::bookkeeping
