#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 摘要库 (F7 in a summary).
struct ListSummaries {
    static constexpr const char* command = "bk.summary.list";
    std::string book;
    std::string search;
    std::string after;
    int limit = 200;
};

inline std::vector<Field<ListSummaries>> list_summaries_fields() {
    return {
        book_field(&ListSummaries::book),
        field("search", &ListSummaries::search, "Search")
            .help("A part of the text, its pinyin initials, or the beginning of its code."),
        field("after", &ListSummaries::after, "Continue after"),
        field("limit", &ListSummaries::limit, "Rows at most").range(1, 1000).defaults_to("200"),
    };
}

}  // namespace zf::bookkeeping
