#pragma once

#include <optional>

#include "commands/voucher_line.h"

namespace zf::bookkeeping {

// 订正: the right figures after a red-letter reversal; a voucher that is not reversed yet is
// reversed first.
struct CorrectVoucher {
    static constexpr const char* command = "bk.voucher.correct";
    std::string book;
    std::string voucher;
    std::optional<Date> date;
    std::optional<int> attachments;
    std::vector<VoucherLine> entry;
};

inline std::vector<Field<CorrectVoucher>> correct_voucher_fields() {
    return {
        book_field(&CorrectVoucher::book),
        voucher_field(&CorrectVoucher::voucher).required(),
        field("date", &CorrectVoucher::date, "Date")
            .help("Left out, the last day of the open month."),
        field("attachments", &CorrectVoucher::attachments, "Attachments")
            .range(0, 9999)
            .defaults_to("0"),
        lines("entry", &CorrectVoucher::entry, "Right entries", voucher_line_fields()).required(),
    };
}

}  // namespace zf::bookkeeping
