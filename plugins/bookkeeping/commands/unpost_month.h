#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 反过账: posted vouchers of an open month go back to reviewed; their content is kept.
struct UnpostMonth {
    static constexpr const char* command = "bk.month.unpost";
    std::string book;
    std::string month;
    std::vector<std::string> voucher;
    std::string security_code;
};

inline std::vector<Field<UnpostMonth>> unpost_month_fields() {
    return {
        book_field(&UnpostMonth::book),
        month_field(&UnpostMonth::month),
        vouchers_field(&UnpostMonth::voucher).help("Left out, every posted voucher of the month."),
        security_code_field(&UnpostMonth::security_code),
    };
}

}  // namespace zf::bookkeeping
