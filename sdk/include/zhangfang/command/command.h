#pragma once

#include <functional>
#include <string>
#include <vector>

#include "zhangfang/command/context.h"
#include "zhangfang/model/field.h"

namespace zf {

// reads: writes nothing. writes: one transaction. delivers (print, export): a read, then one small
// writing transaction for trail and counters before the file gets its final name. external: reads,
// works outside with no transaction open, stores in one transaction.
enum class Effect { reads, writes, delivers, external };

// Who may ask. session: an operator with the permission. own: any operator who is signed in, about
// himself only. workspace: works before anybody signed in; its handler decides. nothing: needs no
// workspace either.
enum class Needs { session, own, workspace, nothing };

// A command without its request type: what CLI grammar, dialogs, menus, help and tests need.
struct CommandInfo {
    std::string name;        // "bk.voucher.review"
    std::string title;       // English message id
    std::string help;        // one or two sentences
    std::string permission;  // "" exactly for Needs other than session
    std::vector<std::string> may_ask;
    Effect effect = Effect::writes;
    Needs needs = Needs::session;
    bool asks_reason = false;
    bool asks_confirmation = false;  // the CLI wants --yes, the window a question with the harmless
                                     // default
    std::vector<FieldInfo> parameters;
    std::vector<FieldInfo> answer;  // single values of the result; of a list the field "rows" with
                                    // its columns as lines
};

// Finds where a request's permission must hold ("book:3"), from its parameters.
using PlaceOf = std::function<Result<std::string>(const Record&, Reader)>;

// What an external command leaves to be stored once its outside work is done: run in one writing
// transaction.
using Storing = std::function<Result<Changes>(CommandContext&)>;

// Exactly one of the three functions is set; none for a report, whose document the host builds.
struct CommandEntry {
    CommandInfo info;
    PlaceOf place_of;  // empty: the whole workspace
    std::function<Result<Changes>(const Record&, CommandContext&)> write;
    std::function<Result<Record>(const Record&, ReadContext&)> read;
    std::function<Result<Storing>(const Record&, ExternalContext&)> external;
};

// A writing command as a module declares it.
template <class Request>
struct Command {
    std::string name;
    std::string title;
    std::string help;
    std::string permission;
    std::vector<std::string> may_ask;
    Needs needs = Needs::session;
    bool asks_reason = false;
    bool asks_confirmation = false;
    PlaceOf place_of;
    std::vector<Field<Request>> parameters;
    std::vector<FieldInfo> answer;
    std::function<Result<Changes>(const Request&, CommandContext&)> run;
};

// A command whose work lies outside the workspace (a backup, a device): no transaction is open
// while `run` works, and what it returns is stored in one transaction afterwards.
template <class Request>
struct ExternalCommand {
    std::string name;
    std::string title;
    std::string help;
    std::string permission;
    std::vector<std::string> may_ask;
    bool asks_reason = false;
    bool asks_confirmation = false;
    PlaceOf place_of;
    std::vector<Field<Request>> parameters;
    std::vector<FieldInfo> answer;
    std::function<Result<Storing>(const Request&, ExternalContext&)> run;
};

// A reading command. Its answer is a record; a list stands under the name "rows", its columns are
// the lines of that field of `answer`.
template <class Request>
struct Query {
    std::string name;
    std::string title;
    std::string help;
    std::string permission;
    Needs needs = Needs::session;
    PlaceOf place_of;
    std::vector<Field<Request>> parameters;
    std::vector<FieldInfo> answer;
    std::function<Result<Record>(const Request&, ReadContext&)> run;
};

template <class Request>
CommandEntry entry_of(const Command<Request>& command) {
    CommandEntry entry;
    entry.info = {.name = command.name,
                  .title = command.title,
                  .help = command.help,
                  .permission = command.permission,
                  .may_ask = command.may_ask,
                  .effect = Effect::writes,
                  .needs = command.needs,
                  .asks_reason = command.asks_reason,
                  .asks_confirmation = command.asks_confirmation};
    for (const auto& each : command.parameters) entry.info.parameters.push_back(each.info);
    entry.info.answer = command.answer;
    entry.place_of = command.place_of;
    entry.write = [fields = command.parameters, run = command.run](const Record& record,
                                                                   CommandContext& context) {
        return run(from_record(fields, record), context);
    };
    return entry;
}
template <class Request>
CommandEntry entry_of(const ExternalCommand<Request>& command) {
    CommandEntry entry;
    entry.info = {.name = command.name,
                  .title = command.title,
                  .help = command.help,
                  .permission = command.permission,
                  .may_ask = command.may_ask,
                  .effect = Effect::external,
                  .asks_reason = command.asks_reason,
                  .asks_confirmation = command.asks_confirmation};
    for (const auto& each : command.parameters) entry.info.parameters.push_back(each.info);
    entry.info.answer = command.answer;
    entry.place_of = command.place_of;
    entry.external = [fields = command.parameters, run = command.run](const Record& record,
                                                                      ExternalContext& context) {
        return run(from_record(fields, record), context);
    };
    return entry;
}
template <class Request>
CommandEntry entry_of(const Query<Request>& query) {
    CommandEntry entry;
    entry.info = {.name = query.name,
                  .title = query.title,
                  .help = query.help,
                  .permission = query.permission,
                  .effect = Effect::reads,
                  .needs = query.needs};
    for (const auto& each : query.parameters) entry.info.parameters.push_back(each.info);
    entry.info.answer = query.answer;
    entry.place_of = query.place_of;
    entry.read = [fields = query.parameters, run = query.run](const Record& record,
                                                              ReadContext& context) {
        return run(from_record(fields, record), context);
    };
    return entry;
}

// A field of an answer without a struct behind it, and the list field "rows" with its columns.
ZF_EXPORT FieldInfo answer_field(std::string name, std::string label, ValueType type);
ZF_EXPORT FieldInfo answer_rows(std::vector<FieldInfo> columns);

}  // namespace zf
