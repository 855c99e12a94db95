#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 取消出纳签字.
struct UnsignVoucher {
    static constexpr const char* command = "bk.voucher.unsign";
    std::string book;
    std::vector<std::string> voucher;
};

inline std::vector<Field<UnsignVoucher>> unsign_voucher_fields() {
    return {book_field(&UnsignVoucher::book), vouchers_field(&UnsignVoucher::voucher).required()};
}

}  // namespace zf::bookkeeping
