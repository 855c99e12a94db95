#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The items of a dimension, in code order.
struct ListDimensionItems {
    static constexpr const char* command = "bk.dimension_item.list";
    std::string book;
    std::string kind = "flow";
    std::string search;
};

inline std::vector<Field<ListDimensionItems>> list_dimension_items_fields() {
    return {
        book_field(&ListDimensionItems::book),
        field("kind", &ListDimensionItems::kind, "Dimension kind").defaults_to("flow"),
        field("search", &ListDimensionItems::search, "Search"),
    };
}

}  // namespace zf::bookkeeping
