#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 取消审核: back to entered.
struct WithdrawReview {
    static constexpr const char* command = "bk.voucher.withdraw_review";
    std::string book;
    std::vector<std::string> voucher;
};

inline std::vector<Field<WithdrawReview>> withdraw_review_fields() {
    return {book_field(&WithdrawReview::book), vouchers_field(&WithdrawReview::voucher).required()};
}

}  // namespace zf::bookkeeping
