#pragma once

#include "commands/fields.h"
#include "zhangfang/ledger/numbering.h"

namespace zf::bookkeeping {

// A new number that was typed for a voucher.
struct TypedNumber {
    std::string voucher;
    int number = 0;
};

// 重新排列顺序号: of one month and word. A dry run is the preview.
struct RenumberVouchers {
    static constexpr const char* command = "bk.voucher.renumber";
    std::string book;
    std::string month;
    std::string word = "记";
    RenumberMode mode = RenumberMode::close_gaps;
    std::vector<TypedNumber> number;
};

inline std::vector<Field<RenumberVouchers>> renumber_vouchers_fields() {
    return {
        book_field(&RenumberVouchers::book),
        month_field(&RenumberVouchers::month),
        field("word", &RenumberVouchers::word, "Voucher word").defaults_to("记").length(10),
        field("mode", &RenumberVouchers::mode, "How").defaults_to("close_gaps"),
        lines(
            "number", &RenumberVouchers::number, "New numbers",
            {voucher_field(&TypedNumber::voucher).required(),
             field("number", &TypedNumber::number, "Voucher number").required().range(1, 999'999)})
            .help("By hand only: what each voucher's number becomes."),
    };
}

}  // namespace zf::bookkeeping
