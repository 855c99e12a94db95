#include "commands/show_journal_page.h"

#include "commands/commands.h"
#include "commands/page_answer.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> show_journal_page(const ShowJournalPage& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const PageRequest page{.account = request.account,
                           .month = request.month,
                           .to = request.to,
                           .unposted = request.unposted,
                           .row = request.row,
                           .after = request.after,
                           .limit = request.limit,
                           .with_counter_accounts = true};
    auto answer = page_of(page, context.snapshot(), *book);
    if (!answer) return answer;
    auto days = days_of(page, context.snapshot(), *book);
    if (!days) return days.error();
    answer->set("days", *std::move(days));
    return answer;
}

CommandEntry show_journal_page_command() {
    std::vector<FieldInfo> answer = page_columns();
    answer.push_back(rows_of("Days", day_columns(), "days"));
    return entry_of(Query<ShowJournalPage>{
        .name = ShowJournalPage::command,
        .title = "Journal",
        .help = "Shows the lines of cash or a bank account with counter accounts and daily totals.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_journal_page_fields(),
        .answer = std::move(answer),
        .run = show_journal_page,
    });
}

}  // namespace zf::bookkeeping
