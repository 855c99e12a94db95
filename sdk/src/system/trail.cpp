// 操作日志: reading the trail. Writing it is the dispatcher's alone.
#include <charconv>

#include "command/kept_value.h"
#include "system/parts.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/json.h"
#include "zhangfang/model/message_value.h"

namespace zf::system {
namespace {

struct ListTrail {
    std::string operator_, from, to, command, search, outcome, after;
    std::int64_t limit = 200;
};
struct ShowTrail {
    std::int64_t sequence = 0;
};

const Record& part(const Record& record, const char* name) {
    static const Record none;
    const auto* value = record.get(name).if_a<Record>();
    return value == nullptr ? none : *value;
}

const List& items(const Record& record, const char* name) {
    static const List none;
    const auto* value = record.get(name).if_a<List>();
    return value == nullptr ? none : *value;
}

Record payload_of(const AuditEntry& entry) {
    const auto payload = parse_json(entry.payload);
    const auto* record = payload ? payload->if_a<Record>() : nullptr;
    return record == nullptr ? Record{} : *record;
}

// One sentence per entry: what the command said, or what stood in its way.
Value sentence_of(const Record& rows, const std::string& otherwise) {
    if (message_in(rows.get("said"))) return unkept(rows.get("said"));
    for (const Value& problem : items(rows, "problems"))
        if (const auto* record = problem.if_a<Record>()) return unkept(record->get("text"));
    return message_value({otherwise});
}

Record row_of(const Registry& registry, const AuditEntry& entry, const Record& payload) {
    const auto command = registry.commands().find(entry.command);
    const std::string title = command == registry.commands().end() ? entry.command
                                                                   : command->second.info.title;
    Record row;
    row.set("sequence", Value{entry.sequence});
    row.set("at", Value{entry.at});
    row.set("operator", Value{entry.operator_name});
    row.set("station", Value{entry.station});
    row.set("title", message_value({title}));
    row.set("sentence", sentence_of(part(payload, "rows"), title));
    row.set("reason", payload.get("reason"));
    row.set("outcome", Value{std::string{name_of(entry.outcome)}});
    row.set("command", Value{entry.command});
    return row;
}

Result<Record> list_trail(const Registry& registry, const ListTrail& request,
                          ReadContext& context) {
    AuditFilter filter{.from = request.from,
                       .to = request.to,
                       .command = request.command,
                       .text = request.search,
                       .outcome = enum_from<AuditOutcome>(request.outcome)};
    if (!request.operator_.empty()) {
        const auto who = OperatorStore{context.snapshot()}.by_login(request.operator_);
        filter.operator_id = who ? who->id.value : -1;
    }
    std::int64_t before = 0;
    std::from_chars(request.after.data(), request.after.data() + request.after.size(), before);
    const auto entries = AuditTrail{context.snapshot()}.page(filter, before,
                                                             static_cast<int>(request.limit));
    List rows;
    for (const AuditEntry& entry : entries)
        rows.emplace_back(row_of(registry, entry, payload_of(entry)));
    Record answer;
    answer.set("rows", Value{std::move(rows)});
    const bool is_full = static_cast<std::int64_t>(entries.size()) == request.limit;
    answer.set("next", Value{is_full ? std::to_string(entries.back().sequence) : std::string{}});
    return answer;
}

Result<Record> show_trail(const Registry& registry, const ShowTrail& request,
                          ReadContext& context) {
    const auto entry = AuditTrail{context.snapshot()}.get(request.sequence);
    if (!entry)
        return Problem{.code = "trail.unknown",
                       .text = {"The trail has no entry {0}. It is numbered without gaps from 1.",
                                {request.sequence}},
                       .place = {"sequence"}};
    const Record payload = payload_of(*entry);
    List differences;
    for (const Value& each : items(part(payload, "rows"), "differences")) {
        const auto* difference = each.if_a<Record>();
        if (difference == nullptr) continue;
        differences.emplace_back(
            Record{{"of", difference->get("of")},
                   {"field", message_value({difference->get("field").plain_text()})},
                   {"before", unkept(difference->get("before"))},
                   {"after", unkept(difference->get("after"))}});
    }
    Record answer = row_of(registry, *entry, payload);
    answer.set("session", Value{entry->session});
    answer.set("rows", Value{std::move(differences)});
    answer.set("payload", Value{entry->payload});
    answer.set("entry_hash", Value{crypto::hex(entry->entry_hash)});
    return answer;
}

std::vector<FieldInfo> entry_columns() {
    FieldInfo outcome = column("outcome", "Outcome");
    outcome.choices = choices_of<AuditOutcome>();
    return {column("sequence", "No.", ValueType::integer),
            column("at", "Time (UTC)"),
            column("operator", "Operator"),
            column("station", "Station"),
            column("title", "Command", ValueType::record),
            column("sentence", "What happened", ValueType::record),
            column("reason", "Reason"),
            outcome,
            column("command", "Name of the command")};
}

}  // namespace

void describe_trail(Registry& registry) {
    const Registry* all = &registry;
    registry.add(Query<ListTrail>{
        .name = "trail.list",
        .title = "Audit trail",
        .help = "Newest first. What was refused stands here too.",
        .permission = "zf.trail",
        .parameters =
            {field("operator", &ListTrail::operator_, "Operator").refers_to("zf.operator"),
             field("from", &ListTrail::from, "From (UTC)"), field("to", &ListTrail::to, "To (UTC)"),
             field("command", &ListTrail::command, "Command"),
             field("search", &ListTrail::search, "Search"),
             field("outcome", &ListTrail::outcome, "Outcome").choices(choices_of<AuditOutcome>()),
             field("after", &ListTrail::after, "Continue after"),
             field("limit", &ListTrail::limit, "At most").range(1, 1000).defaults_to("200")},
        .answer = {rows_of("Entries listed", entry_columns()), column("next", "Continue after")},
        .run = [all](const ListTrail& request, ReadContext& context) {
            return list_trail(*all, request, context);
        }});
    std::vector<FieldInfo> whole = entry_columns();
    whole.push_back(column("session", "Session"));
    whole.push_back(
        rows_of("Changes", {column("of", "Of"), column("field", "Field", ValueType::record),
                            column("before", "Before"), column("after", "After")}));
    whole.push_back(column("payload", "Content"));
    whole.push_back(column("entry_hash", "Hash"));
    registry.add(Query<ShowTrail>{
        .name = "trail.show",
        .title = "Entry of the trail",
        .permission = "zf.trail",
        .parameters =
            {field("sequence", &ShowTrail::sequence, "No.").required().range(1, INT64_MAX)},
        .answer = whole,
        .run = [all](const ShowTrail& request, ReadContext& context) {
            return show_trail(*all, request, context);
        }});
    registry.add(ListView{.name = "zf.audit_entry",
                          .title = "Audit trail",
                          .query = "trail.list",
                          .key = "sequence",
                          .filters = {"operator", "command", "search", "outcome"},
                          .opens = "trail.show",
                          .actions = {"workspace.verify"},
                          .empty_text = "No entry fits. Clear a filter to see more."});
    registry.add(MenuEntry{.path = "System/Audit trail",
                           .opens = "zf.audit_entry",
                           .permission = "zf.trail",
                           .icon = "clock-history",
                           .order = 910});
}

}  // namespace zf::system
