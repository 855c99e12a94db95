#include "commands/list_gaps.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_gaps(const ListGaps& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.snapshot(), *book, request.month);
    if (!period) return period.error();
    List rows;
    for (const NumberGap& gap : number_gaps(context.snapshot(), book->id, *period))
        rows.emplace_back(Record{{"month", gap.period.text()},
                                 {"word", gap.word},
                                 {"first", gap.first},
                                 {"last", gap.last}});
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_gaps_command() {
    return entry_of(Query<ListGaps>{
        .name = ListGaps::command,
        .title = "Missing numbers",
        .help = "Lists the voucher numbers that are missing in a month.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_gaps_fields(),
        .answer = {rows_of("Gaps", {column("month", "Month"), column("word", "Voucher word"),
                                    column("first", "First missing", ValueType::integer),
                                    column("last", "Last missing", ValueType::integer)})},
        .run = list_gaps,
    });
}

}  // namespace zf::bookkeeping
