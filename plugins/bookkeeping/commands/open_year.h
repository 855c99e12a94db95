#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 建立下年账; with `carry` 余额也结转下年: the openings are the closing balances of the old year.
struct OpenYear {
    static constexpr const char* command = "bk.year.open";
    std::string book;
    int year = 0;
    bool carry = true;
};

inline std::vector<Field<OpenYear>> open_year_fields() {
    return {
        book_field(&OpenYear::book),
        year_field(&OpenYear::year).help("The new year; left out, that after the newest closed."),
        field("carry", &OpenYear::carry, "Carry the balances too").defaults_to("true"),
    };
}

}  // namespace zf::bookkeeping
