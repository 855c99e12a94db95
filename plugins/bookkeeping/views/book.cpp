#include "views/views.h"

namespace zf::bookkeeping {

ListView book_list() {
    return {.name = "bk.book",
            .title = "Books",
            .query = "bk.book.list",
            .columns = {"book", "name", "kind", "start", "status", "control_level"},
            .key = "book",
            .filters = {"search"},
            .opens = "bk.book.show",
            .actions = {"bk.book.save", "bk.book.options", "bk.book.archive"},
            .empty_text = "There is no book that you may look into. Make one, or ask for the right "
                          "to read.",
            .empty_action = "bk.book.create"};
}

FormView create_book_form() {
    return {
        .of = "bk.book.create",
        .sections = {{"Unit", {{"code", "name"}, {"kind", "start"}, {"finance_head", "industry"}}},
                     {"Chart and control",
                      {{"control_level", "code_levels"}, {"extra_account", "whole_chart"}}}}};
}

}  // namespace zf::bookkeeping
