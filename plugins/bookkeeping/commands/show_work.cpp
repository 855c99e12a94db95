#include "commands/show_work.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/waiting_vouchers.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static std::int64_t missing_numbers(Reader reader, const Book& book, PeriodKey month) {
    std::int64_t missing = 0;
    for (const NumberGap& gap : number_gaps(reader, book.id, month))
        missing += gap.last - gap.first + 1;
    return missing;
}

static Result<Record> show_work(const ShowWork& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const PeriodKey month = PeriodStore{reader, book->id}.first_open();
    const WaitingVouchers waiting = waiting_vouchers(reader, book->id);
    return Record{{"month", month.text()},
                  {"held", waiting.held},
                  {"unreviewed", waiting.unreviewed},
                  {"marked_wrong", waiting.marked_wrong},
                  {"unposted", waiting.unposted},
                  {"missing_numbers", missing_numbers(reader, *book, month)}};
}

CommandEntry show_work_command() {
    return entry_of(Query<ShowWork>{
        .name = ShowWork::command,
        .title = "To do",
        .help = "Vouchers that are held, wait for review or posting, were marked wrong, and "
                "missing numbers.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_work_fields(),
        .answer = {column("month", "Month"), column("held", "Held vouchers", ValueType::integer),
                   column("unreviewed", "Vouchers to review", ValueType::integer),
                   column("marked_wrong", "Vouchers marked wrong", ValueType::integer),
                   column("unposted", "Vouchers to post", ValueType::integer),
                   column("missing_numbers", "Missing numbers", ValueType::integer)},
        .run = show_work,
    });
}

}  // namespace zf::bookkeeping
