#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// The chart of a book, or what a few letters of it find (F7).
struct ListAccounts {
    static constexpr const char* command = "bk.account.list";
    std::string book;
    int year = 0;
    std::string search;
};

inline std::vector<Field<ListAccounts>> list_accounts_fields() {
    return {
        book_field(&ListAccounts::book),
        year_field(&ListAccounts::year),
        field("search", &ListAccounts::search, "Search")
            .help("The beginning of a code, a part of a name, or pinyin initials."),
    };
}

}  // namespace zf::bookkeeping
