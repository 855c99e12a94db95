#include "commands/save_dimension_item.h"

#include "commands/commands.h"
#include "commands/dimension_item_change.h"

namespace zf::bookkeeping {

static Result<Changes> save_dimension_item(const SaveDimensionItem& request,
                                           CommandContext& context) {
    return change_stored_item(
        context, {request.book, request.kind, request.item},
        [&](DimensionItem item) {
            if (request.name) item.name = *request.name;
            if (request.direction) item.direction = *request.direction;
            if (request.enabled) item.is_enabled = *request.enabled;
            return item;
        },
        "Item {0} {1} is saved.");
}

CommandEntry save_dimension_item_command() {
    return entry_of(Command<SaveDimensionItem>{
        .name = SaveDimensionItem::command,
        .title = "Change item",
        .help = "Renames an item of a dimension or takes it back into use.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = save_dimension_item_fields(),
        .run = save_dimension_item,
    });
}

}  // namespace zf::bookkeeping
