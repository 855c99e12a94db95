#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 审核: of vouchers one by one, or of all that wait (全部签字).
struct ReviewVoucher {
    static constexpr const char* command = "bk.voucher.review";
    std::string book;
    std::vector<std::string> voucher;
    bool all = false;
    std::string month;
};

inline std::vector<Field<ReviewVoucher>> review_voucher_fields() {
    return {
        book_field(&ReviewVoucher::book),
        vouchers_field(&ReviewVoucher::voucher),
        field("all", &ReviewVoucher::all, "All that wait")
            .help("Every entered voucher of the month, or of all open months."),
        month_field(&ReviewVoucher::month),
    };
}

}  // namespace zf::bookkeeping
