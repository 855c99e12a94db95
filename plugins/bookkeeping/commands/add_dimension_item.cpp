#include "commands/add_dimension_item.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/accounts.h"

namespace zf::bookkeeping {

static Result<Changes> add_dimension_item(const AddDimensionItem& request,
                                          CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const AccountStore accounts{context.transaction(), book->id};
    if (accounts.dimension_item(request.kind, request.code))
        return Problem{.code = "bk.dimension_item.code_taken",
                       .text = {"There is an item {0} already. Nothing was added: give another "
                                "code, or change that item.",
                                {request.code}},
                       .place = {"code"}};
    Changes changes;
    const auto written = save_dimension_item(writing_in(context, changes), book->id,
                                             {.kind = request.kind,
                                              .code = request.code,
                                              .name = request.name,
                                              .direction = request.direction});
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed = {{"bk.dimension_item", {written->id}}};
    changes.said = {"Item {0} {1} is added.", {request.code, request.name}};
    return changes;
}

CommandEntry add_dimension_item_command() {
    return entry_of(Command<AddDimensionItem>{
        .name = AddDimensionItem::command,
        .title = "Add item",
        .help = "Adds an item to a dimension of the book.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = add_dimension_item_fields(),
        .run = add_dimension_item,
    });
}

}  // namespace zf::bookkeeping
