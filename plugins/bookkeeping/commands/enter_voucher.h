#pragma once

#include "commands/voucher_line.h"

namespace zf::bookkeeping {

// 凭证录入: a voucher that balances gets its number. `held` names one that was put aside before.
struct EnterVoucher {
    static constexpr const char* command = "bk.voucher.enter";
    std::string book;
    std::string held;
    std::int64_t version = 0;
    Date date;
    std::string word = "记";
    std::optional<int> number;
    std::optional<int> attachments;
    std::string summary;
    std::vector<VoucherLine> entry;
    std::string reference;
    std::string remark;
    std::string template_code;
};

inline std::vector<Field<EnterVoucher>> enter_voucher_fields() {
    std::vector<Field<EnterVoucher>> fields = voucher_fields<EnterVoucher>();
    fields.insert(fields.begin(), book_field(&EnterVoucher::book));
    fields.push_back(field("number", &EnterVoucher::number, "Voucher number")
                         .range(1, 999'999)
                         .help("Left out, the next one. A typed number needs the right to "
                               "renumber."));
    fields.push_back(field("held", &EnterVoucher::held, "Held voucher")
                         .refers_to("bk.voucher")
                         .help("The held voucher that this one is made of, such as #12."));
    fields.push_back(version_field(&EnterVoucher::version));
    return fields;
}

}  // namespace zf::bookkeeping
