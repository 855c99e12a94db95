#pragma once

#include <string>
#include <string_view>

#include "zhangfang/command/command.h"
#include "zhangfang/command/request.h"
#include "zhangfang/i18n/catalogue.h"

namespace zf {

// One line of a batch: {"command": …, "parameters": {…}, "request_id": …, "acknowledged": […],
// "reason": …, "dry_run": …, "overwrite": …}. Parameters keep their exchanged form; the dispatcher
// takes them by the declaration.
struct BatchLine {
    CommandRequest request;
    std::string session;  // token; "" runs under the batch's own session
};
ZF_EXPORT Expected<BatchLine, Problems> parse_batch_line(std::string_view line);

// The request as such a line, without a session.
ZF_EXPORT std::string to_json(const CommandRequest& request);

// {"status": "done", "said": sentence, "message": {id, arguments}, "result": {…}, "sequence": n,
// "problems": […], "changed": […]}: sentences in the catalogue's language, codes and arguments for
// programs.
ZF_EXPORT std::string to_json(const Outcome& outcome, const Catalogue& catalogue);

ZF_EXPORT std::string_view name_of(Status status);  // "done", "refused", "bad_usage",
                                                    // "not_permitted", …
ZF_EXPORT std::string_view name_of(Effect effect);  // "reads", "writes", "delivers", "external"
ZF_EXPORT std::string_view name_of(Needs needs);
ZF_EXPORT std::string_view name_of(Level level);

// What `commands --json` prints of one command: parameters, types, permission, effect.
ZF_EXPORT Record describe(const CommandInfo& info);

}  // namespace zf
