#include "views/views.h"

namespace zf::bookkeeping {

ListView opening_list() {
    return {
        .name = "bk.opening",
        .title = "Opening balances",
        .query = "bk.opening.list",
        .key = "account",
        .opens = "bk.opening.set",
        .actions = {"bk.opening.set", "bk.opening.import", "bk.opening.check", "bk.book.finish"},
        .empty_text = "No account takes an opening balance yet. Complete the chart first.",
        .empty_action = "bk.account.add"};
}

}  // namespace zf::bookkeeping
