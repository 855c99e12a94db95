#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 增加核算项目, such as a flow item (收支项目) of the canteen.
struct AddDimensionItem {
    static constexpr const char* command = "bk.dimension_item.add";
    std::string book;
    std::string kind = "flow";
    std::string code;
    std::string name;
    std::string direction;
};

inline std::vector<Field<AddDimensionItem>> add_dimension_item_fields() {
    return {
        book_field(&AddDimensionItem::book),
        field("kind", &AddDimensionItem::kind, "Dimension kind").defaults_to("flow"),
        field("code", &AddDimensionItem::code, "Item code")
            .required()
            .length(20)
            .help("A code that begins with another's is a finer item of it: 2109 belongs to 21."),
        field("name", &AddDimensionItem::name, "Item name").required().length(60),
        field("direction", &AddDimensionItem::direction, "Direction")
            .choices({{"income", "Income"}, {"expense", "Expenditure"}})
            .help("Of a flow item: on which side of the publication table it stands."),
    };
}

}  // namespace zf::bookkeeping
