#include "commands/fill_template.h"

#include "commands/commands.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> fill_template(const FillTemplate& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const auto filled = fill_in(context.snapshot(), *book, request.template_code, request.answers,
                                request.date);
    if (!filled) return filled.error();
    List entries;
    for (const VoucherLine& line : filled->lines)
        entries.emplace_back(to_record(voucher_line_fields(), line));
    Record answer{{"date", request.date},
                  {"word", filled->source.word},
                  {"template", filled->source.code},
                  {"entry", std::move(entries)}};
    if (filled->source.attachments) answer.set("attachments", *filled->source.attachments);
    return answer;
}

CommandEntry fill_template_command() {
    std::vector<FieldInfo> columns;
    for (const auto& each : voucher_line_fields()) columns.push_back(each.info);
    return entry_of(Query<FillTemplate>{
        .name = FillTemplate::command,
        .title = "Fill in a template",
        .help = "Works out the lines of a template without entering anything.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = fill_template_fields(),
        .answer = {column("date", "Date", ValueType::date), column("word", "Voucher word"),
                   column("template", "Template"),
                   column("attachments", "Attachments", ValueType::integer),
                   rows_of("Entries", std::move(columns), "entry")},
        .run = fill_template,
    });
}

}  // namespace zf::bookkeeping
