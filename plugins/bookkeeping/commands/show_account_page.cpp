#include "commands/show_account_page.h"

#include "commands/commands.h"
#include "commands/page_answer.h"

namespace zf::bookkeeping {

static Result<Record> show_account_page(const ShowAccountPage& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    return page_of({.account = request.account,
                    .month = request.month,
                    .to = request.to,
                    .unposted = request.unposted,
                    .item = request.item,
                    .row = request.row,
                    .after = request.after,
                    .limit = request.limit},
                   context.snapshot(), *book);
}

CommandEntry show_account_page_command() {
    return entry_of(Query<ShowAccountPage>{
        .name = ShowAccountPage::command,
        .title = "Detail ledger",
        .help = "Shows the lines of an account with its running balance.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_account_page_fields(),
        .answer = page_columns(),
        .run = show_account_page,
    });
}

}  // namespace zf::bookkeeping
