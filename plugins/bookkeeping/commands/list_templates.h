#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 模式凭证: the templates of a book (智能记账).
struct ListTemplates {
    static constexpr const char* command = "bk.template.list";
    std::string book;
    std::string search;
};

inline std::vector<Field<ListTemplates>> list_templates_fields() {
    return {book_field(&ListTemplates::book), field("search", &ListTemplates::search, "Search")};
}

}  // namespace zf::bookkeeping
