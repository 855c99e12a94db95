#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 记账: the reviewed vouchers of a month become part of the books, all or none.
struct PostMonth {
    static constexpr const char* command = "bk.month.post";
    std::string book;
    std::string month;
    int last_number = 0;
};

inline std::vector<Field<PostMonth>> post_month_fields() {
    return {
        book_field(&PostMonth::book),
        month_field(&PostMonth::month),
        field("last_number", &PostMonth::last_number, "Last number")
            .range(0, 999'999)
            .help("Posts up to this number only; left out, all."),
    };
}

}  // namespace zf::bookkeeping
