#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// 复制凭证: a new voucher with the lines of another, on another date.
struct CopyVoucher {
    static constexpr const char* command = "bk.voucher.copy";
    std::string book;
    std::string voucher;
    Date date;
    std::optional<int> attachments;
    std::string summary;
};

inline std::vector<Field<CopyVoucher>> copy_voucher_fields() {
    return {
        book_field(&CopyVoucher::book),
        voucher_field(&CopyVoucher::voucher).required(),
        field("date", &CopyVoucher::date, "Date").required(),
        field("attachments", &CopyVoucher::attachments, "Attachments")
            .range(0, 9999)
            .help("Left out, as many as the voucher that is copied."),
        field("summary", &CopyVoucher::summary, "Summary")
            .refers_to("bk.summary")
            .length(200)
            .help("For all lines; left out, theirs stay."),
    };
}

}  // namespace zf::bookkeeping
