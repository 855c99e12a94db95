#include "commands/list_summaries.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/summary_phrases.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_summaries(const ListSummaries& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const Page page = summary_phrases(context.snapshot(), book->id)
                          .records()
                          .page(request.search, request.after, request.limit);
    List rows;
    for (const StoredRow& stored : page.rows) {
        Record row = stored.values;
        row.set("id", stored.id);
        row.set("version", stored.version);
        rows.emplace_back(std::move(row));
    }
    return Record{{"rows", std::move(rows)}, {"next", page.next}};
}

CommandEntry list_summaries_command() {
    return entry_of(Query<ListSummaries>{
        .name = ListSummaries::command,
        .title = "Summaries",
        .help = "Lists the phrases of the summary library.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_summaries_fields(),
        .answer = {rows_of("Summaries", {column("text", "Summary"), column("code", "Code"),
                                         column("category", "Category"),
                                         column("id", "Number", ValueType::integer),
                                         column("version", "Version", ValueType::integer)}),
                   column("next", "Continue after")},
        .run = list_summaries,
    });
}

}  // namespace zf::bookkeeping
