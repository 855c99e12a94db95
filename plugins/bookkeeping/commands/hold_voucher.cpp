#include "commands/hold_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> hold_voucher(const HoldVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    auto voucher = voucher_from(draft_of(request), context.transaction(), *book);
    if (!voucher) return refusal_of(voucher.error(), context);
    if (!request.held.empty()) {
        const auto held = voucher_to_change(context, *book, request.held, "bk.enter");
        if (!held) return held.error();
        voucher->id = held->id;
        voucher->version = request.version != 0 ? request.version : held->version;
    }

    Changes changes;
    const auto written = zf::hold_voucher(writing_in(context, changes), *voucher);
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "The voucher is held as {0}; it has no number yet.");
    return changes;
}

CommandEntry hold_voucher_command() {
    return entry_of(Command<HoldVoucher>{
        .name = HoldVoucher::command,
        .title = "Hold voucher",
        .help = "Puts a voucher aside; it may be incomplete and counts nowhere.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = hold_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = hold_voucher,
    });
}

}  // namespace zf::bookkeeping
