#include "commands/reverse_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> reverse_voucher(const ReverseVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!voucher) return voucher.error();
    const Date date = request.date.value_or(
        PeriodStore{context.transaction(), book->id}.first_open().last_day());

    Changes changes;
    const auto reversed = zf::reverse_voucher(writing_in(context, changes), book->id, voucher->id,
                                              date, std::nullopt);
    if (!reversed) return reversed.error();
    note(changes, reversed->touched);
    report(changes, reversed->reversal, "Voucher {0} reverses in red; it waits for review.");
    return changes;
}

CommandEntry reverse_voucher_command() {
    return entry_of(Command<ReverseVoucher>{
        .name = ReverseVoucher::command,
        .title = "Reverse in red",
        .help = "Enters a voucher in red that takes a posted voucher back.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = reverse_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = reverse_voucher,
    });
}

}  // namespace zf::bookkeeping
