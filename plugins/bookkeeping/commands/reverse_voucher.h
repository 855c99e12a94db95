#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// 红字冲销: a posted voucher is answered by one with the same lines in red.
struct ReverseVoucher {
    static constexpr const char* command = "bk.voucher.reverse";
    std::string book;
    std::string voucher;
    std::optional<Date> date;
};

inline std::vector<Field<ReverseVoucher>> reverse_voucher_fields() {
    return {
        book_field(&ReverseVoucher::book),
        voucher_field(&ReverseVoucher::voucher).required(),
        field("date", &ReverseVoucher::date, "Date")
            .help("Of the red voucher; left out, the last day of the open month."),
    };
}

}  // namespace zf::bookkeeping
