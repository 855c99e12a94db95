#include "commands/post_month.h"

#include "commands/commands.h"
#include "commands/posting_answer.h"

namespace zf::bookkeeping {

static Result<Changes> post_month(const PostMonth& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();

    Changes changes;
    const auto posted = post_period(writing_in(context, changes), book->id, *period,
                                    request.last_number);
    if (!posted) return posted.error();
    report(changes, *posted, *period, "{0} vouchers of {1} are posted.");
    return changes;
}

CommandEntry post_month_command() {
    return entry_of(Command<PostMonth>{
        .name = PostMonth::command,
        .title = "Post",
        .help = "Posts the reviewed vouchers of a month, all or none.",
        .permission = "bk.post",
        .place_of = place_of_book,
        .parameters = post_month_fields(),
        .answer = posting_columns(),
        .run = post_month,
    });
}

}  // namespace zf::bookkeeping
