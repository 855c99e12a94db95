#include "commands/disable_dimension_item.h"

#include "commands/commands.h"
#include "commands/dimension_item_change.h"

namespace zf::bookkeeping {

static Result<Changes> disable_dimension_item(const DisableDimensionItem& request,
                                              CommandContext& context) {
    return change_stored_item(
        context, {request.book, request.kind, request.item},
        [](DimensionItem item) {
            item.is_enabled = false;
            return item;
        },
        "Item {0} {1} takes no more entries.");
}

CommandEntry disable_dimension_item_command() {
    return entry_of(Command<DisableDimensionItem>{
        .name = DisableDimensionItem::command,
        .title = "Disable item",
        .help = "Takes an item out of use; its past stays readable.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = disable_dimension_item_fields(),
        .run = disable_dimension_item,
    });
}

}  // namespace zf::bookkeeping
