#include "commands/correct_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/reversal.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

// The voucher was reversed before: only the one with the right figures is missing.
static Result<Changes> enter_correction(const CorrectVoucher& request, CommandContext& context,
                                        const Book& book, const Voucher& corrected,
                                        std::vector<Entry> entries, Date date) {
    Changes changes;
    const auto written = enter_voucher(
        writing_in(context, changes),
        correction_of(corrected, book.options, date, std::move(entries), request.attachments));
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} has the right figures; it waits for review.");
    return changes;
}

static Result<Changes> correct_voucher(const CorrectVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto voucher = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!voucher) return voucher.error();
    const Date date = request.date.value_or(
        PeriodStore{context.transaction(), book->id}.first_open().last_day());
    auto entries = entries_from(request.entry, "", context.transaction(), *book, date.year());
    if (!entries) return refusal_of(entries.error(), context);
    if (VoucherStore{context.transaction(), book->id}.reversed_by(voucher->id))
        return enter_correction(request, context, *book, *voucher, *std::move(entries), date);

    Changes changes;
    const auto reversed = zf::reverse_voucher(writing_in(context, changes), book->id, voucher->id,
                                              date, *std::move(entries), request.attachments);
    if (!reversed) return reversed.error();
    note(changes, reversed->touched);
    report(changes, *reversed->correction,
           "Voucher {0} has the right figures, the one before it reverses in red; both wait for "
           "review.");
    changes.result.set("reversal", reference_of(reversed->reversal));
    return changes;
}

CommandEntry correct_voucher_command() {
    std::vector<FieldInfo> answer = voucher_result_columns();
    answer.push_back(column("reversal", "Reversal"));
    return entry_of(Command<CorrectVoucher>{
        .name = CorrectVoucher::command,
        .title = "Correct voucher",
        .help = "Enters the right figures of a posted voucher, with its red-letter reversal.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = correct_voucher_fields(),
        .answer = std::move(answer),
        .run = correct_voucher,
    });
}

}  // namespace zf::bookkeeping
