#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 作废: number and content stay, the voucher counts no more.
struct VoidVoucher {
    static constexpr const char* command = "bk.voucher.void";
    std::string book;
    std::string voucher;
    std::int64_t version = 0;
};

inline std::vector<Field<VoidVoucher>> void_voucher_fields() {
    return {
        book_field(&VoidVoucher::book),
        voucher_field(&VoidVoucher::voucher).required(),
        version_field(&VoidVoucher::version),
    };
}

}  // namespace zf::bookkeeping
