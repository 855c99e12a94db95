#include "views/views.h"

namespace zf::bookkeeping {

ListView period_list() {
    return {
        .name = "bk.period",
        .title = "Months",
        .query = "bk.period.list",
        .columns = {"month", "state", "unreviewed", "unposted", "posted", "closed_at", "closed_by"},
        .key = "month",
        .filters = {"year"},
        .opens = "bk.period.checks",
        .actions = {"bk.month.post", "bk.month.unpost", "bk.period.freeze", "bk.period.unfreeze",
                    "bk.period.prove", "bk.period.close", "bk.period.unclose"},
        .empty_text = "This year has no months in the book."};
}

ListView agreement_list() {
    return {.name = "bk.agreement_kept",
            .title = "Agreements of the books",
            .query = "bk.agreement.list",
            .columns = {"month", "to", "stands", "made_at", "made_by"},
            .opens = "bk.agreement",
            .actions = {"bk.book.agree"},
            .empty_text = "The books were not compared yet.",
            .empty_action = "bk.book.agree"};
}

}  // namespace zf::bookkeeping
