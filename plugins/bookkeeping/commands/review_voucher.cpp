#include "commands/review_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_moves.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

struct PeriodRange {
    PeriodKey from, to;
};

// The month asked for, or every period that can still hold vouchers to review.
static Result<PeriodRange> range_of(const ReviewVoucher& request, Reader reader, const Book& book) {
    if (!request.month.empty()) {
        const auto period = period_of(reader, book, request.month);
        if (!period) return period.error();
        return PeriodRange{*period, *period};
    }
    const PeriodStore periods{reader, book.id};
    const PeriodKey first = periods.first_open();
    const PeriodKey year_end{first.year - 1, 13};
    const bool year_end_is_open = periods.newest_closed() == PeriodKey{first.year - 1, 12};
    return PeriodRange{year_end_is_open ? year_end : first, periods.last_enterable()};
}

static Result<Changes> review_everything(const ReviewVoucher& request, CommandContext& context,
                                         const Book& book) {
    const auto range = range_of(request, context.transaction(), book);
    if (!range) return range.error();
    Changes changes;
    const auto done = review_all(writing_in(context, changes), book.id, range->from, range->to);
    if (!done) return done.error();
    if (done->reviewed == 0 && !done->refusals.empty()) return done->refusals.front().problem;
    note(changes, done->touched);
    List refusals;
    for (const VoucherRefusal& each : done->refusals)
        refusals.emplace_back(refusal_row(each.label, each.problem));
    changes.changed = {{"bk.voucher", {}}};
    changes.said = {"{0} vouchers are reviewed, {1} were refused.",
                    {done->reviewed, done->refused}};
    changes.result = {
        {"done", done->reviewed}, {"refused", done->refused}, {"refusals", std::move(refusals)}};
    return changes;
}

static Result<Changes> review_voucher(const ReviewVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    if (request.all) return review_everything(request, context, *book);
    if (request.voucher.empty()) return nothing_chosen();
    return move_vouchers(context, *book, request.voucher,
                         {.permission = "bk.review",
                          .act =
                              [&](const Writing& writing, const Voucher& voucher) {
                                  return zf::review_voucher(writing, book->id, voucher.id,
                                                            voucher.version);
                              },
                          .said_of_one = "Voucher {0} is reviewed.",
                          .said_of_many = "{0} vouchers are reviewed, {1} were refused."});
}

CommandEntry review_voucher_command() {
    return entry_of(Command<ReviewVoucher>{
        .name = ReviewVoucher::command,
        .title = "Review voucher",
        .help = "Reviews vouchers that other operators entered; nobody reviews his own.",
        .permission = "bk.review",
        .place_of = place_of_book,
        .parameters = review_voucher_fields(),
        .answer = moves_columns(),
        .run = review_voucher,
    });
}

}  // namespace zf::bookkeeping
