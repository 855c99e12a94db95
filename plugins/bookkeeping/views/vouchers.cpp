#include "views/views.h"

namespace zf::bookkeeping {

std::vector<ListView> voucher_lists() {
    const std::vector<std::string> columns{"voucher",   "date",        "summary",     "amount",
                                           "state",     "attachments", "prepared_by", "reviewed_by",
                                           "posted_by", "marked_wrong"};
    return {
        {.name = "bk.voucher",
         .title = "Vouchers",
         .query = "bk.voucher.list",
         .columns = columns,
         .key = "voucher",
         .filters = {"from", "to", "state", "from_number", "to_number", "search", "from_amount",
                     "to_amount", "account", "prepared_by"},
         .opens = "bk.voucher.show",
         .actions = {"bk.voucher.enter", "bk.voucher.amend", "bk.voucher.copy", "bk.voucher.void",
                     "bk.voucher.restore", "bk.voucher.reverse", "bk.voucher.correct",
                     "bk.voucher.versions", "bk.voucher.import"},
         .empty_text = "There is no voucher here yet. Enter the first one, or import a file.",
         .empty_action = "bk.voucher.enter"},
        {.name = "bk.voucher_review",
         .title = "Review vouchers",
         .query = "bk.voucher.list",
         .columns = columns,
         .key = "voucher",
         .filters = {"from", "to", "state", "from_number", "to_number", "prepared_by"},
         .opens = "bk.voucher.show",
         .actions = {"bk.voucher.review", "bk.voucher.withdraw_review", "bk.voucher.mark_wrong"},
         .empty_text = "No voucher waits for review."},
        {.name = "bk.voucher_signature",
         .title = "Cashier's signature",
         .query = "bk.voucher.list",
         .columns = {"voucher", "date", "summary", "amount", "state", "signed_by", "prepared_by"},
         .key = "voucher",
         .filters = {"from", "to", "state", "search"},
         .opens = "bk.voucher.show",
         .actions = {"bk.voucher.sign", "bk.voucher.unsign"},
         .empty_text = "No voucher waits for the cashier."},
    };
}

}  // namespace zf::bookkeeping
