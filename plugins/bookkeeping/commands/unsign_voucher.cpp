#include "commands/unsign_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_moves.h"

namespace zf::bookkeeping {

static Result<Changes> unsign_voucher(const UnsignVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    return move_vouchers(context, *book, request.voucher,
                         {.permission = "bk.sign",
                          .act =
                              [&](const Writing& writing, const Voucher& voucher) {
                                  return zf::unsign_voucher(writing, book->id, voucher.id,
                                                            voucher.version);
                              },
                          .said_of_one = "Voucher {0} is no longer signed.",
                          .said_of_many = "{0} vouchers are no longer signed, {1} were refused."});
}

CommandEntry unsign_voucher_command() {
    return entry_of(Command<UnsignVoucher>{
        .name = UnsignVoucher::command,
        .title = "Withdraw cashier's signature",
        .help = "Takes the cashier's signature back.",
        .permission = "bk.sign",
        .place_of = place_of_book,
        .parameters = unsign_voucher_fields(),
        .answer = moves_columns(),
        .run = unsign_voucher,
    });
}

}  // namespace zf::bookkeeping
