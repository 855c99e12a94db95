#include "commands/mark_voucher_wrong.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Result<Changes> mark_voucher_wrong(const MarkVoucherWrong& request,
                                          CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.review");
    if (!voucher) return voucher.error();

    Changes changes;
    const auto written = zf::mark_voucher_wrong(writing_in(context, changes), book->id, voucher->id,
                                                version_of(request.version, *voucher),
                                                request.note);
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher,
           request.note.empty() ? "Voucher {0} is no longer marked as wrong."
                                : "Voucher {0} is marked as wrong; its preparer sees the note.");
    return changes;
}

CommandEntry mark_voucher_wrong_command() {
    return entry_of(Command<MarkVoucherWrong>{
        .name = MarkVoucherWrong::command,
        .title = "Mark as wrong",
        .help = "Returns a voucher to its preparer with a note of what is wrong.",
        .permission = "bk.review",
        .place_of = place_of_book,
        .parameters = mark_voucher_wrong_fields(),
        .answer = voucher_result_columns(),
        .run = mark_voucher_wrong,
    });
}

}  // namespace zf::bookkeeping
