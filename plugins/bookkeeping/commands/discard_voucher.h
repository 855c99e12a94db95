#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Takes a held voucher away; it never had a number.
struct DiscardVoucher {
    static constexpr const char* command = "bk.voucher.discard";
    std::string book;
    std::string voucher;
    std::int64_t version = 0;
};

inline std::vector<Field<DiscardVoucher>> discard_voucher_fields() {
    return {
        book_field(&DiscardVoucher::book),
        voucher_field(&DiscardVoucher::voucher).required(),
        version_field(&DiscardVoucher::version),
    };
}

}  // namespace zf::bookkeeping
