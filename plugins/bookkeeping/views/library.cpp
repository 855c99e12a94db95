#include "views/views.h"

namespace zf::bookkeeping {

ListView summary_phrase_list() {
    return {.name = "bk.summary_phrase",
            .title = "Summaries",
            .query = "bk.summary.list",
            .columns = {"text", "category", "code"},
            .key = "text",
            .filters = {"search"},
            .opens = "bk.summary.save",
            .actions = {"bk.summary.save", "bk.summary.remove"},
            .empty_text = "The library has no summary yet. Keep those that you type often.",
            .empty_action = "bk.summary.save"};
}

ListView template_list() {
    return {.name = "bk.template",
            .title = "Templates",
            .query = "bk.template.list",
            .columns = {"template", "name", "category", "summary", "questions"},
            .key = "template",
            .filters = {"search"},
            .opens = "bk.template.run",
            .actions = {"bk.template.run", "bk.template.save", "bk.template.remove"},
            .empty_text = "There is no template yet. Make one of a voucher that comes again.",
            .empty_action = "bk.template.save"};
}

}  // namespace zf::bookkeeping
