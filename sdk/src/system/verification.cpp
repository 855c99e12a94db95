// The proof of a whole workspace: the chain, the rows it binds, and every declared invariant.
#include "system/parts.h"
#include "system/trail_binding.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/message_value.h"

namespace zf::system {
namespace {

struct VerifyWorkspace {};
struct ListWatches {};

Record line(const std::string& name, const std::string& title, const char* state,
            const Message& finding) {
    return {{"check", name},
            {"title", message_value({title})},
            {"state", message_value({state})},
            {"finding", message_value(finding)}};
}

class Report {
public:
    void add(const std::string& name, const std::string& title,
             const std::vector<Message>& findings) {
        if (findings.empty()) rows_.emplace_back(line(name, title, "Passed", {}));
        for (const Message& finding : findings)
            rows_.emplace_back(line(name, title, "Differs", finding));
        faults_ += static_cast<std::int64_t>(findings.size());
    }
    std::int64_t faults() const { return faults_; }
    List take() { return std::move(rows_); }

private:
    List rows_;
    std::int64_t faults_ = 0;
};

std::vector<Message> chain_findings(const Snapshot& snapshot) {
    std::vector<Message> findings;
    for (const ChainFault& fault : AuditTrail{snapshot}.verify())
        findings.push_back(
            {"Entry {0} of the trail does not fit the chain ({1}).", {fault.sequence, fault.what}});
    return findings;
}

// Every finding is told; a failed check is an answer here, and exit code 1 at the command line.
Result<Record> verify_workspace(const Registry& registry, const VerifyWorkspace&,
                                ReadContext& context) {
    Report report;
    report.add("trail.chain", "The audit trail is one unbroken chain",
               chain_findings(context.snapshot()));
    report.add("trail.rows", "Every row is as the trail left it",
               binding_findings(registry.bound_tables(), context.snapshot(), context.progress()));
    for (const Watch& watch : registry.watches())
        if (watch.is_invariant) report.add(watch.name, watch.title, watch.rows(context));
    Record answer;
    answer.set("faults", Value{report.faults()});
    answer.set("rows", Value{report.take()});
    answer.set("chain_length", Value{AuditTrail{context.snapshot()}.head_sequence()});
    answer.set("chain_head", Value{crypto::hex(AuditTrail{context.snapshot()}.head_hash())});
    return answer;
}

// To-dos of every module: what waits for whom.
Result<Record> list_watches(const Registry& registry, const ListWatches&, ReadContext& context) {
    List rows;
    for (const Watch& watch : registry.watches()) {
        if (watch.is_invariant || !context.session().may_somewhere(watch.permission)) continue;
        for (const Message& finding : watch.rows(context)) {
            Record row = line(watch.name, watch.title, "Waits", finding);
            row.set("opens", Value{watch.opens});
            rows.emplace_back(std::move(row));
        }
    }
    Record answer;
    answer.set("rows", Value{std::move(rows)});
    return answer;
}

std::vector<FieldInfo> finding_columns() {
    return {column("title", "Check", ValueType::record),
            column("state", "State", ValueType::record),
            column("finding", "Finding", ValueType::record), column("check", "Name of the check")};
}

}  // namespace

void describe_verification(Registry& registry) {
    const Registry* all = &registry;
    registry.add(Query<VerifyWorkspace>{
        .name = "workspace.verify",
        .title = "Verify the workspace",
        .help = "Proves the audit trail, every row it speaks of, and the invariants of all books.",
        .permission = "zf.trail",
        .answer = {column("faults", "Differences", ValueType::integer),
                   rows_of("Checks", finding_columns()),
                   column("chain_length", "Entries in the trail", ValueType::integer),
                   column("chain_head", "Head of the trail")},
        .run = [all](const VerifyWorkspace& request, ReadContext& context) {
            return verify_workspace(*all, request, context);
        }});
    std::vector<FieldInfo> to_do = finding_columns();
    to_do.push_back(column("opens", "Opens"));
    registry.add(Query<ListWatches>{.name = "workspace.watches",
                                    .title = "To do",
                                    .needs = Needs::own,
                                    .answer = {rows_of("To do", to_do)},
                                    .run = [all](const ListWatches& request, ReadContext& context) {
                                        return list_watches(*all, request, context);
                                    }});
    registry.add(ListView{.name = "zf.check",
                          .title = "Data health",
                          .query = "workspace.verify",
                          .columns = {"title", "state", "finding"},
                          .key = "check",
                          .empty_text = "Nothing was checked."});
    registry.add(MenuEntry{.path = "System/Data health",
                           .opens = "zf.check",
                           .permission = "zf.trail",
                           .icon = "heart-pulse",
                           .order = 920});
}

}  // namespace zf::system
