#include "views/views.h"

namespace zf::bookkeeping {

ListView voucher_list() {
    return {.name = "bk.voucher",
            .title = "Vouchers",
            .query = "bk.voucher.list",
            .columns = {"date", "voucher", "summary", "amount", "attachments", "state",
                        "prepared_by", "reviewed_by", "posted_by", "marked_wrong"},
            .key = "voucher",
            .filters = {"month", "to", "state", "word", "from_number", "to_number", "account",
                        "prepared_by", "from_amount", "to_amount", "search", "marked_wrong"},
            .opens = "bk.voucher_grid",
            .actions = {"bk.voucher.review", "bk.voucher.withdraw_review", "bk.voucher.sign",
                        "bk.voucher.unsign", "bk.voucher.mark_wrong", "bk.voucher.reverse",
                        "bk.voucher.correct", "bk.voucher.copy", "bk.voucher.void",
                        "bk.voucher.restore", "bk.voucher_form"},
            .empty_text = "There are no vouchers here yet. Enter the first one.",
            .empty_action = "bk.voucher.enter"};
}

ListView voucher_version_list() {
    return {.name = "bk.voucher_version",
            .title = "Former contents",
            .query = "bk.voucher.versions",
            .columns = {"version", "cause", "reason", "replaced_at", "replaced_by", "content"},
            .filters = {"voucher"},
            .empty_text = "This voucher was never changed."};
}

ListView number_gap_list() {
    return {.name = "bk.number_gap",
            .title = "Missing numbers",
            .query = "bk.gaps.list",
            .filters = {"month"},
            .actions = {"bk.voucher.renumber"},
            .empty_text = "No number is missing."};
}

// Lines go into the voucher grid; where it is absent, the generated form takes them.
FormView enter_voucher_form() {
    return {.of = "bk.voucher.enter",
            .sections = {{"", {{"word", "number", "date", "attachments"}, {"summary"}}},
                         {"Entries", {{"entry"}}},
                         {"Further", {{"reference", "remark", "template"}}}},
            .widget = "bk.voucher_grid"};
}

FormView amend_voucher_form() {
    return {.of = "bk.voucher.amend",
            .sections = {{"", {{"voucher", "date", "attachments"}, {"summary"}}},
                         {"Entries", {{"entry"}}},
                         {"Further", {{"reference", "remark"}}}},
            .widget = "bk.voucher_grid"};
}

FormView hold_voucher_form() {
    return {.of = "bk.voucher.hold",
            .sections = {{"", {{"word", "date", "attachments"}, {"summary"}}},
                         {"Entries", {{"entry"}}},
                         {"Further", {{"reference", "remark", "template"}}}},
            .widget = "bk.voucher_grid"};
}

}  // namespace zf::bookkeeping
