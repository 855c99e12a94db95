#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 停用核算项目.
struct DisableDimensionItem {
    static constexpr const char* command = "bk.dimension_item.disable";
    std::string book;
    std::string kind = "flow";
    std::string item;
};

inline std::vector<Field<DisableDimensionItem>> disable_dimension_item_fields() {
    return {
        book_field(&DisableDimensionItem::book),
        field("kind", &DisableDimensionItem::kind, "Dimension kind").defaults_to("flow"),
        field("item", &DisableDimensionItem::item, "Item")
            .required()
            .refers_to("bk.dimension_item"),
    };
}

}  // namespace zf::bookkeeping
