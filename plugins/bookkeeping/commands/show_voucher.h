#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/store/voucher_step.h"

namespace zf::bookkeeping {

// One voucher with its entries, as it stands on paper.
struct ShowVoucher {
    static constexpr const char* command = "bk.voucher.show";
    std::string book;
    std::string voucher;
    std::optional<VoucherStep> step;
};

inline std::vector<Field<ShowVoucher>> show_voucher_fields() {
    return {book_field(&ShowVoucher::book), voucher_field(&ShowVoucher::voucher),
            field("step", &ShowVoucher::step, "Leaf to")
                .help("From this voucher to another one, by period, word and number. At the end "
                      "the voucher itself is shown.")};
}

}  // namespace zf::bookkeeping
