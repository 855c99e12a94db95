#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 恢复作废: a void voucher counts again.
struct RestoreVoucher {
    static constexpr const char* command = "bk.voucher.restore";
    std::string book;
    std::string voucher;
    std::int64_t version = 0;
};

inline std::vector<Field<RestoreVoucher>> restore_voucher_fields() {
    return {
        book_field(&RestoreVoucher::book),
        voucher_field(&RestoreVoucher::voucher).required(),
        version_field(&RestoreVoucher::version),
    };
}

}  // namespace zf::bookkeeping
