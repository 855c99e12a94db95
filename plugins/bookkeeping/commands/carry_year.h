#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 年终结转凭证 (M10): the voucher of the year end that brings every account to zero.
struct CarryYear {
    static constexpr const char* command = "bk.year.carry";
    std::string book;
    int year = 0;
};

inline std::vector<Field<CarryYear>> carry_year_fields() {
    return {
        book_field(&CarryYear::book),
        year_field(&CarryYear::year).help("The old year; left out, that of the closed December."),
    };
}

}  // namespace zf::bookkeeping
