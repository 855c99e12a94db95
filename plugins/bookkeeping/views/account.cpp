#include "views/views.h"

namespace zf::bookkeeping {

ListView account_list() {
    return {.name = "bk.account",
            .title = "Chart of accounts",
            .query = "bk.account.list",
            .columns = {"account", "name", "account_class", "side", "feature", "journal",
                        "dimensions", "enabled"},
            .key = "account",
            .filters = {"search", "year"},
            .opens = "bk.detail_ledger",
            .actions = {"bk.account.add", "bk.account.save", "bk.account.disable",
                        "bk.account.enable", "bk.account.remove"},
            .empty_text = "The chart has no account yet.",
            .empty_action = "bk.account.add"};
}

FormView add_account_form() {
    return {.of = "bk.account.add",
            .sections = {{"Account", {{"code", "name"}, {"account_class", "side"}}},
                         {"How it is kept", {{"feature", "journal"}, {"dimension", "year"}}}}};
}

FormView save_account_form() {
    return {.of = "bk.account.save",
            .sections = {{"Account", {{"account"}, {"code", "name"}, {"side", "feature"}}},
                         {"How it is kept",
                          {{"journal", "manual"}, {"dimension", "without_dimensions"}, {"year"}}}}};
}

}  // namespace zf::bookkeeping
