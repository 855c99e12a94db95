#include "commands/withdraw_review.h"

#include "commands/commands.h"
#include "commands/voucher_moves.h"

namespace zf::bookkeeping {

static Result<Changes> withdraw_review(const WithdrawReview& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    return move_vouchers(context, *book, request.voucher,
                         {.permission = "bk.review",
                          .act =
                              [&](const Writing& writing, const Voucher& voucher) {
                                  return zf::withdraw_review(
                                      writing, book->id, voucher.id, voucher.version,
                                      reaches_all(context, "bk.review", *book));
                              },
                          .said_of_one = "Voucher {0} is entered again.",
                          .said_of_many = "{0} vouchers are entered again, {1} were refused."});
}

CommandEntry withdraw_review_command() {
    return entry_of(Command<WithdrawReview>{
        .name = WithdrawReview::command,
        .title = "Withdraw review",
        .help = "Takes a review back, so that the voucher can be changed; one of another reviewer "
                "only with scope over all.",
        .permission = "bk.review",
        .place_of = place_of_book,
        .parameters = withdraw_review_fields(),
        .answer = moves_columns(),
        .run = withdraw_review,
    });
}

}  // namespace zf::bookkeeping
