// 操作日志: reading the trail. Writing it is the dispatcher's alone.
#include <charconv>

#include "system/parts.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"

namespace zf::system {
namespace {

struct ListTrail {
    std::string login, from, to, command, search, outcome, after;
    std::int64_t limit = 200;
};
struct ShowTrail {
    std::int64_t sequence = 0;
};

Record row_of(const AuditEntry& entry) {
    Record row;
    row.set("sequence", Value{entry.sequence});
    row.set("at", Value{entry.at});
    row.set("operator", Value{entry.operator_name});
    row.set("station", Value{entry.station});
    row.set("command", Value{entry.command});
    row.set("outcome", Value{std::string{name_of(entry.outcome)}});
    return row;
}

Result<Record> list_trail(const ListTrail& request, ReadContext& context) {
    AuditFilter filter{.from = request.from,
                       .to = request.to,
                       .command = request.command,
                       .text = request.search,
                       .outcome = enum_from<AuditOutcome>(request.outcome)};
    if (!request.login.empty()) {
        const auto who = OperatorStore{context.snapshot()}.by_login(request.login);
        filter.operator_id = who ? who->id.value : -1;
    }
    std::int64_t before = 0;
    std::from_chars(request.after.data(), request.after.data() + request.after.size(), before);
    const auto entries = AuditTrail{context.snapshot()}.page(filter, before,
                                                             static_cast<int>(request.limit));
    List rows;
    for (const AuditEntry& entry : entries) rows.emplace_back(row_of(entry));
    Record answer;
    answer.set("rows", Value{std::move(rows)});
    const bool is_full = static_cast<std::int64_t>(entries.size()) == request.limit;
    answer.set("next", Value{is_full ? std::to_string(entries.back().sequence) : std::string{}});
    return answer;
}

Result<Record> show_trail(const ShowTrail& request, ReadContext& context) {
    const auto entry = AuditTrail{context.snapshot()}.get(request.sequence);
    if (!entry)
        return Problem{.code = "trail.unknown",
                       .text = {"The trail has no entry {0}. It is numbered without gaps from 1.",
                                {request.sequence}},
                       .place = {"sequence"}};
    Record answer = row_of(*entry);
    answer.set("session", Value{entry->session});
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
            column("command", "Command"),
            outcome};
}

}  // namespace

void describe_trail(Registry& registry) {
    registry.add(Query<ListTrail>{
        .name = "trail.list",
        .title = "Audit trail",
        .help = "Newest first. What was refused stands here too.",
        .permission = "zf.trail",
        .parameters =
            {field("login", &ListTrail::login, "Login").refers_to("zf.operator"),
             field("from", &ListTrail::from, "From (UTC)"), field("to", &ListTrail::to, "To (UTC)"),
             field("command", &ListTrail::command, "Command"),
             field("search", &ListTrail::search, "Search"),
             field("outcome", &ListTrail::outcome, "Outcome").choices(choices_of<AuditOutcome>()),
             field("after", &ListTrail::after, "Continue after"),
             field("limit", &ListTrail::limit, "At most").range(1, 1000).defaults_to("200")},
        .answer = {rows_of("Entries", entry_columns()), column("next", "Continue after")},
        .run = list_trail});
    std::vector<FieldInfo> whole = entry_columns();
    whole.push_back(column("session", "Session"));
    whole.push_back(column("payload", "Content"));
    whole.push_back(column("entry_hash", "Hash"));
    registry.add(Query<ShowTrail>{
        .name = "trail.show",
        .title = "Entry of the trail",
        .permission = "zf.trail",
        .parameters =
            {field("sequence", &ShowTrail::sequence, "No.").required().range(1, INT64_MAX)},
        .answer = whole,
        .run = show_trail});
    registry.add(ListView{.name = "zf.audit_entry",
                          .title = "Audit trail",
                          .query = "trail.list",
                          .key = "sequence",
                          .filters = {"login", "command", "search", "outcome"},
                          .opens = "trail.show",
                          .empty_text = "No entry fits. Clear a filter to see more."});
    registry.add(MenuEntry{.path = "System/Audit trail",
                           .opens = "zf.audit_entry",
                           .permission = "zf.trail",
                           .icon = "clock-history",
                           .order = 910});
}

}  // namespace zf::system
