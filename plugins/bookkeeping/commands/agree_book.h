#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 对账: holds ledgers, vouchers, journals, items and the mess account against each other, and
// keeps the result.
struct AgreeBook {
    static constexpr const char* command = "bk.book.agree";
    std::string book;
    std::string month, to;
};

inline std::vector<Field<AgreeBook>> agree_book_fields() {
    return {
        book_field(&AgreeBook::book),
        month_field(&AgreeBook::month),
        month_field(&AgreeBook::to, "to", "To month"),
    };
}

}  // namespace zf::bookkeeping
