#include "commands/agree_book.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/finding_answer.h"
#include "store/agreement_facts.h"
#include "store/agreement_store.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static List rows_of(const std::vector<Agreement>& agreements) {
    List rows;
    for (const Agreement& each : agreements)
        rows.emplace_back(Record{{"check", each.title},
                                 {"stands", each.stands()},
                                 {"findings", finding_rows(each.differences)}});
    return rows;
}

static Result<Changes> agree_book(const AgreeBook& request, CommandContext& context) {
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const Result<Book> asked = book_of(context.transaction(), request.book);
    if (!asked) return asked.error();
    const Result<Book> book = lock_book(writing, asked->id);
    if (!book) return book.error();
    const auto months = months_asked(context.transaction(), *book, request.month, request.to);
    if (!months) return months.error();
    const auto agreements = agreements_of(agreement_facts(
        context.transaction(), *book, *months,
        [&](std::int64_t done, std::int64_t total) { context.progress().step(done, total); }));

    std::int64_t differing = 0;
    for (const Agreement& each : agreements) differing += each.stands() ? 0 : 1;
    List rows = rows_of(agreements);
    const std::int64_t id = AgreementStore{context.transaction(), book->id}.add(
        context.transaction(), {.months = *months,
                                .stands = differing == 0,
                                .content = Value{rows}.plain_text(),
                                .made_at = writing.stamp.now,
                                .made_by = writing.stamp.operator_id});
    changes.changed = {{"bk.agreement", {id}}};
    changes.said = differing == 0
                       ? Message{"The books agree from {0} to {1}.",
                                 {months->from.text(), months->to.text()}}
                       : Message{"{0} comparisons of the books differ. Nothing was changed; the "
                                 "list says where.",
                                 {differing}};
    changes.result = {{"id", id}, {"stands", differing == 0}, {"rows", std::move(rows)}};
    return changes;
}

CommandEntry agree_book_command() {
    return entry_of(Command<AgreeBook>{
        .name = AgreeBook::command,
        .title = "Agreement of the books",
        .help = "Holds vouchers, general ledger, detail ledgers, journals and items against each "
                "other and keeps the result.",
        .permission = "bk.close",
        .place_of = place_of_book,
        .parameters = agree_book_fields(),
        .answer = {column("id", "Number", ValueType::integer),
                   column("stands", "Agrees", ValueType::boolean),
                   zf::rows_of("Comparisons", {column("check", "Comparison"),
                                               column("stands", "Agrees", ValueType::boolean),
                                               findings_column()})},
        .run = agree_book,
    });
}

}  // namespace zf::bookkeeping
