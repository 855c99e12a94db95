#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 出纳签字.
struct SignVoucher {
    static constexpr const char* command = "bk.voucher.sign";
    std::string book;
    std::vector<std::string> voucher;
};

inline std::vector<Field<SignVoucher>> sign_voucher_fields() {
    return {book_field(&SignVoucher::book), vouchers_field(&SignVoucher::voucher).required()};
}

}  // namespace zf::bookkeeping
