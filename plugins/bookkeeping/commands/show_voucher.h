#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// One voucher with its entries, as it stands on paper.
struct ShowVoucher {
    static constexpr const char* command = "bk.voucher.show";
    std::string book;
    std::string voucher;
};

inline std::vector<Field<ShowVoucher>> show_voucher_fields() {
    return {book_field(&ShowVoucher::book), voucher_field(&ShowVoucher::voucher).required()};
}

}  // namespace zf::bookkeeping
