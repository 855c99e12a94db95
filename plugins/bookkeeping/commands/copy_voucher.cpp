#include "commands/copy_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Voucher copy_of(const Voucher& source, const CopyVoucher& request) {
    Voucher copy{.book = source.book,
                 .period = PeriodKey::of(request.date.month()),
                 .date = request.date,
                 .word = source.word,
                 .attachments = request.attachments ? request.attachments : source.attachments,
                 .reference = source.reference,
                 .entries = source.entries};
    if (!request.summary.empty())
        for (Entry& entry : copy.entries) entry.summary = request.summary;
    return copy;
}

static Result<Changes> copy_voucher(const CopyVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto source = voucher_to_read(context.session(), context.transaction(), *book,
                                        request.voucher);
    if (!source) return source.error();

    Changes changes;
    const auto written = enter_voucher(writing_in(context, changes), copy_of(*source, request));
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is entered.");
    return changes;
}

CommandEntry copy_voucher_command() {
    return entry_of(Command<CopyVoucher>{
        .name = CopyVoucher::command,
        .title = "Copy voucher",
        .help = "Enters a new voucher with the lines of another.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = copy_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = copy_voucher,
    });
}

}  // namespace zf::bookkeeping
