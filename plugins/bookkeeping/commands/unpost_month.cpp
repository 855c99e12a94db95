#include "commands/unpost_month.h"

#include "commands/commands.h"
#include "commands/posting_answer.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

static Result<Changes> unpost_month(const UnpostMonth& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();
    std::vector<Id<Voucher>> chosen;
    for (const std::string& reference : request.voucher) {
        const auto voucher = VoucherStore{context.transaction(), book->id}.resolve(reference);
        if (!voucher) return voucher.error();
        chosen.push_back(voucher->id);
    }
    if (auto refused = security_refusal(context, *book, request.security_code))
        return *std::move(refused);

    Changes changes;
    const auto unposted = unpost_period(writing_in(context, changes), book->id, *period, chosen,
                                        context.reason());
    if (!unposted) return unposted.error();
    report(changes, *unposted, *period, "{0} vouchers of {1} are no longer posted.");
    return changes;
}

CommandEntry unpost_month_command() {
    return entry_of(Command<UnpostMonth>{
        .name = UnpostMonth::command,
        .title = "Unpost",
        .help = "Takes posted vouchers of an open month back to reviewed. A strict book answers "
                "with red letters only.",
        .permission = "bk.unpost",
        .asks_reason = true,
        .place_of = place_of_book,
        .parameters = unpost_month_fields(),
        .answer = posting_columns(),
        .run = unpost_month,
    });
}

}  // namespace zf::bookkeeping
