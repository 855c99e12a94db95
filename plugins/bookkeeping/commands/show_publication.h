#pragma once

#include "commands/set_headcount.h"

namespace zf::bookkeeping {

// 伙食公布表 of a month, section by section.
struct ShowPublication {
    static constexpr const char* command = "bk.publication.show";
    std::string book;
    std::string month;
    bool with_unposted = false;
};

inline std::vector<Field<ShowPublication>> show_publication_fields() {
    return {
        book_field(&ShowPublication::book),
        canteen_month_field(&ShowPublication::month),
        field("with_unposted", &ShowPublication::with_unposted, "With unposted vouchers"),
    };
}

}  // namespace zf::bookkeeping
