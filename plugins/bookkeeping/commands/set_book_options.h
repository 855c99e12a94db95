#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/book.h"

namespace zf::bookkeeping {

// 账套选项. What is left out stays as it is.
struct SetBookOptions {
    static constexpr const char* command = "bk.book.options";
    std::string book;
    std::optional<bool> new_voucher_after_saving, cashier_signs, dates_in_order,
        one_business_a_voucher, attachments_stated, backup_before_closing, review_before_posting;
    std::optional<Guard> gap_at_posting, cash_deficit, bank_deficit;
    std::optional<int> summary_length_min, number_width;
    std::optional<std::string> red_word;
    std::int64_t version = 0;
};

inline std::vector<Field<SetBookOptions>> set_book_options_fields() {
    using O = SetBookOptions;
    const auto guards = choices_of<Guard>();
    return {
        book_field(&O::book),
        field("new_voucher_after_saving", &O::new_voucher_after_saving, "New voucher after saving"),
        field("review_before_posting", &O::review_before_posting, "Review before posting"),
        field("cashier_signs", &O::cashier_signs, "The cashier signs cash and bank vouchers"),
        field("gap_at_posting", &O::gap_at_posting, "Gaps in the numbers when posting")
            .choices(guards),
        field("summary_length_min", &O::summary_length_min, "Characters of a summary at least")
            .range(1, 50),
        field("dates_in_order", &O::dates_in_order, "Vouchers are entered day by day"),
        field("one_business_a_voucher", &O::one_business_a_voucher, "One business a voucher"),
        field("attachments_stated", &O::attachments_stated, "Attachments must be stated"),
        field("cash_deficit", &O::cash_deficit, "Cash below zero").choices(guards),
        field("bank_deficit", &O::bank_deficit, "Bank below zero").choices(guards),
        field("backup_before_closing", &O::backup_before_closing, "Backup before closing"),
        field("number_width", &O::number_width, "Digits of a voucher number").range(1, 6),
        field("red_word", &O::red_word, "Word for a red-letter reversal")
            .choices({{"冲销", "Offset in red"}, {"注销", "Cancelled in red"}}),
        version_field(&O::version),
    };
}

}  // namespace zf::bookkeeping
