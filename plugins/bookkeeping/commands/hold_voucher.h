#pragma once

#include "commands/voucher_line.h"

namespace zf::bookkeeping {

// 暂存: a voucher put aside; it may be unbalanced, has no number and is in no report.
struct HoldVoucher {
    static constexpr const char* command = "bk.voucher.hold";
    std::string book;
    std::string held;
    std::int64_t version = 0;
    Date date;
    std::string word = "记";
    std::optional<int> attachments;
    std::string summary;
    std::vector<VoucherLine> entry;
    std::string reference;
    std::string remark;
    std::string template_code;
};

inline std::vector<Field<HoldVoucher>> hold_voucher_fields() {
    std::vector<Field<HoldVoucher>> fields = voucher_fields<HoldVoucher>();
    fields.insert(fields.begin(), book_field(&HoldVoucher::book));
    fields.push_back(field("held", &HoldVoucher::held, "Held voucher")
                         .refers_to("bk.voucher")
                         .help("One that was held before and is changed, such as #12."));
    fields.push_back(version_field(&HoldVoucher::version));
    return fields;
}

}  // namespace zf::bookkeeping
