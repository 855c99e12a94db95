#include "commands/list_templates.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/template_answer.h"
#include "store/template_store.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static bool is_found(const VoucherTemplate& each, const std::string& search) {
    return each.code.starts_with(search) || each.name.find(search) != std::string::npos;
}

static Result<Record> list_templates(const ListTemplates& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    List rows;
    for (const auto& stored : TemplateStore{context.snapshot(), book->id}.all()) {
        if (!is_found(stored.value, request.search)) continue;
        Record row = template_values(stored.value);
        row.set("id", stored.id);
        row.set("version", stored.version);
        rows.emplace_back(std::move(row));
    }
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_templates_command() {
    std::vector<FieldInfo> columns = template_columns();
    columns.push_back(column("id", "Number", ValueType::integer));
    columns.push_back(column("version", "Version", ValueType::integer));
    return entry_of(Query<ListTemplates>{
        .name = ListTemplates::command,
        .title = "Templates",
        .help = "Lists the templates of a book: vouchers that only want a few answers.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_templates_fields(),
        .answer = {rows_of("Templates", std::move(columns))},
        .run = list_templates,
    });
}

}  // namespace zf::bookkeeping
