#include "views/views.h"

namespace zf::bookkeeping {

ListView flow_item_list() {
    return {
        .name = "bk.flow_item",
        .title = "Flow items",
        .query = "bk.dimension_item.list",
        .key = "item",
        .filters = {"search"},
        .opens = "bk.dimension_item.save",
        .actions = {"bk.dimension_item.add", "bk.dimension_item.save", "bk.dimension_item.disable"},
        .empty_text = "There are no items yet by which income and expenditure are told apart.",
        .empty_action = "bk.dimension_item.add"};
}

}  // namespace zf::bookkeeping
