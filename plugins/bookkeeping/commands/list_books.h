#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The books that this operator may look into.
struct ListBooks {
    static constexpr const char* command = "bk.book.list";
    std::string search;
};

inline std::vector<Field<ListBooks>> list_books_fields() {
    return {field("search", &ListBooks::search, "Search")};
}

}  // namespace zf::bookkeeping
