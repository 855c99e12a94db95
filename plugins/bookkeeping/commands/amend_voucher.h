#pragma once

#include "commands/voucher_line.h"

namespace zf::bookkeeping {

// Changes an entered voucher; its number stays. What is left out stays, lines are replaced
// together.
struct AmendVoucher {
    static constexpr const char* command = "bk.voucher.amend";
    std::string book;
    std::string voucher;
    std::optional<Date> date;
    std::optional<int> attachments;
    std::string summary;
    std::vector<VoucherLine> entry;
    std::optional<std::string> reference, remark;
    std::int64_t version = 0;
};

inline std::vector<Field<AmendVoucher>> amend_voucher_fields() {
    return {
        book_field(&AmendVoucher::book),
        voucher_field(&AmendVoucher::voucher).required(),
        field("date", &AmendVoucher::date, "Date"),
        field("attachments", &AmendVoucher::attachments, "Attachments").range(0, 9999),
        field("summary", &AmendVoucher::summary, "Summary")
            .refers_to("bk.summary")
            .length(200)
            .help("For the lines that have none of their own."),
        lines("entry", &AmendVoucher::entry, "Entries", voucher_line_fields()),
        field("reference", &AmendVoucher::reference, "Reference").length(60),
        field("remark", &AmendVoucher::remark, "Remark").length(200),
        version_field(&AmendVoucher::version),
    };
}

}  // namespace zf::bookkeeping
