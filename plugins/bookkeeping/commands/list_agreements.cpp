#include "commands/list_agreements.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/finding_answer.h"
#include "store/agreement_store.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/json.h"

namespace zf::bookkeeping {

// Every check with its differences, as they were kept.
static Value checks_of(const KeptAgreement& kept) {
    auto checks = parse_json(kept.content);
    return checks ? *std::move(checks) : Value{kept.content};
}

static Result<Record> list_agreements(const ListAgreements& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const auto names = operator_names(reader);
    List rows;
    for (const KeptAgreement& kept : AgreementStore{reader, book->id}.newest(request.limit)) {
        const auto who = names.find(kept.made_by);
        rows.emplace_back(Record{{"month", kept.months.from.text()},
                                 {"to", kept.months.to.text()},
                                 {"stands", kept.stands},
                                 {"made_at", kept.made_at},
                                 {"made_by", who == names.end() ? std::string{} : who->second},
                                 {"content", checks_of(kept)},
                                 {"id", kept.id}});
    }
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_agreements_command() {
    return entry_of(Query<ListAgreements>{
        .name = ListAgreements::command,
        .title = "Agreements of the books",
        .help = "When the books were compared, by whom, and whether they agreed.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_agreements_fields(),
        .answer = {rows_of(
            "Comparisons",
            {column("month", "Month"), column("to", "To month"),
             column("stands", "Agrees", ValueType::boolean), column("made_at", "Made at"),
             column("made_by", "Made by"),
             rows_of("Details",
                     {column("check", "Comparison"), column("stands", "Agrees", ValueType::boolean),
                      findings_column()},
                     "content"),
             column("id", "Number", ValueType::integer)})},
        .run = list_agreements,
    });
}

}  // namespace zf::bookkeeping
