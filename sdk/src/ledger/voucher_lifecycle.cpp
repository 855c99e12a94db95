#include "zhangfang/ledger/voucher_lifecycle.h"

namespace zf {

const Lifecycle<VoucherState>& voucher_lifecycle() {
    using enum VoucherState;
    static const Lifecycle<VoucherState> lifecycle{
        .entity = "ledger.voucher",
        .start = held,
        .moves =
            {
                {"bk.voucher.hold", held, held},
                {"bk.voucher.discard", held, held},
                {"bk.voucher.enter", held, entered},
                {"bk.voucher.amend", entered, entered},
                {"bk.voucher.mark_wrong", entered, entered},
                {"bk.voucher.void", entered, voided, Asks::reason},
                {"bk.voucher.restore", voided, entered, Asks::reason},
                {"bk.voucher.sign", entered, entered},
                {"bk.voucher.sign", reviewed, reviewed},
                {"bk.voucher.unsign", entered, entered},
                {"bk.voucher.unsign", reviewed, reviewed},
                {"bk.voucher.review", entered, reviewed},
                {"bk.voucher.withdraw_review", reviewed, entered},
                {"bk.month.post", reviewed, posted},
                {"bk.month.unpost", posted, reviewed, Asks::reason},
                {"bk.voucher.reverse", posted, posted},
            },
    };
    return lifecycle;
}

}  // namespace zf
