#include "commands/amend_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static Expected<Voucher, Problems> amended(Voucher voucher, const AmendVoucher& request,
                                           Reader reader, const Book& book) {
    if (request.date) {
        voucher.date = *request.date;
        voucher.period = PeriodKey::of(request.date->month());
    }
    if (request.attachments) voucher.attachments = request.attachments;
    if (request.reference) voucher.reference = *request.reference;
    if (request.remark) voucher.remark = *request.remark;
    if (request.version != 0) voucher.version = request.version;
    if (!request.entry.empty()) {
        auto entries = entries_from(request.entry, request.summary, reader, book,
                                    voucher.date.year());
        if (!entries) return entries.error();
        voucher.entries = *std::move(entries);
    } else if (!request.summary.empty()) {
        for (Entry& entry : voucher.entries) entry.summary = request.summary;
    }
    return voucher;
}

static Result<Changes> amend_voucher(const AmendVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto stored = voucher_to_change(context, *book, request.voucher, "bk.enter");
    if (!stored) return stored.error();
    const auto voucher = amended(*stored, request, context.transaction(), *book);
    if (!voucher) return refusal_of(voucher.error(), context);

    Changes changes;
    const auto written = zf::amend_voucher(writing_in(context, changes), *voucher,
                                           context.reason());
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is changed.");
    return changes;
}

CommandEntry amend_voucher_command() {
    return entry_of(Command<AmendVoucher>{
        .name = AmendVoucher::command,
        .title = "Change voucher",
        .help = "Changes a voucher that nobody has reviewed yet; its former content is kept.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = amend_voucher_fields(),
        .answer = voucher_result_columns(),
        .run = amend_voucher,
    });
}

}  // namespace zf::bookkeeping
