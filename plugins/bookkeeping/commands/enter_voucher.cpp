#include "commands/enter_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> enter_voucher(const EnterVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    if (request.number)
        if (const auto refusal = context.require("bk.renumber", place_of(*book))) return *refusal;
    auto voucher = voucher_from(draft_of(request), context.transaction(), *book);
    if (!voucher) return refusal_of(voucher.error(), context);
    voucher->number = request.number.value_or(0);
    if (!request.held.empty()) {
        const auto held = voucher_to_change(context, *book, request.held, "bk.enter");
        if (!held) return held.error();
        voucher->id = held->id;
        voucher->version = request.version != 0 ? request.version : held->version;
    }

    Changes changes;
    const auto written = zf::enter_voucher(writing_in(context, changes), *voucher);
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is entered.");
    return changes;
}

CommandEntry enter_voucher_command() {
    return entry_of(Command<EnterVoucher>{
        .name = EnterVoucher::command,
        .title = "Enter voucher",
        .help = "Enters a voucher with its lines and gives it the next number.",
        .permission = "bk.enter",
        .may_ask = {"bk.renumber"},
        .place_of = place_of_book,
        .parameters = enter_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = enter_voucher,
    });
}

}  // namespace zf::bookkeeping
