#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// 修改核算项目. What is left out stays as it is.
struct SaveDimensionItem {
    static constexpr const char* command = "bk.dimension_item.save";
    std::string book;
    std::string kind = "flow";
    std::string item;
    std::optional<std::string> name, direction;
    std::optional<bool> enabled;
};

inline std::vector<Field<SaveDimensionItem>> save_dimension_item_fields() {
    return {
        book_field(&SaveDimensionItem::book),
        field("kind", &SaveDimensionItem::kind, "Dimension kind").defaults_to("flow"),
        field("item", &SaveDimensionItem::item, "Item").required().refers_to("bk.dimension_item"),
        field("name", &SaveDimensionItem::name, "Item name").length(1, 60),
        field("direction", &SaveDimensionItem::direction, "Direction")
            .choices({{"income", "Income"}, {"expense", "Expenditure"}}),
        field("enabled", &SaveDimensionItem::enabled, "In use"),
    };
}

}  // namespace zf::bookkeeping
