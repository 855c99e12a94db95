#include "commands/sign_voucher.h"

#include "commands/commands.h"
#include "commands/voucher_moves.h"

namespace zf::bookkeeping {

static Result<Changes> sign_voucher(const SignVoucher& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    return move_vouchers(context, *book, request.voucher,
                         {.permission = "bk.sign",
                          .act =
                              [&](const Writing& writing, const Voucher& voucher) {
                                  return zf::sign_voucher(writing, book->id, voucher.id,
                                                          voucher.version);
                              },
                          .said_of_one = "Voucher {0} is signed by the cashier.",
                          .said_of_many = "{0} vouchers are signed, {1} were refused."});
}

CommandEntry sign_voucher_command() {
    return entry_of(Command<SignVoucher>{
        .name = SignVoucher::command,
        .title = "Sign as cashier",
        .help = "Signs vouchers that move cash or bank.",
        .permission = "bk.sign",
        .place_of = place_of_book,
        .parameters = sign_voucher_fields(),
        .answer = moves_columns(),
        .run = sign_voucher,
    });
}

}  // namespace zf::bookkeeping
