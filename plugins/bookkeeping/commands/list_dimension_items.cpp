#include "commands/list_dimension_items.h"

#include "commands/commands.h"
#include "commands/dimension_item_change.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_dimension_items(const ListDimensionItems& request,
                                           ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    List rows;
    for (const DimensionItem& item :
         AccountStore{context.snapshot(), book->id}.dimension_items(request.kind))
        if (item.code.starts_with(request.search) ||
            item.name.find(request.search) != std::string::npos)
            rows.emplace_back(item_values(item));
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_dimension_items_command() {
    return entry_of(Query<ListDimensionItems>{
        .name = ListDimensionItems::command,
        .title = "Dimension items",
        .help = "Lists the items of a dimension, such as the flow items of a canteen.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_dimension_items_fields(),
        .answer = {rows_of("Rows", item_columns())},
        .run = list_dimension_items,
    });
}

}  // namespace zf::bookkeeping
