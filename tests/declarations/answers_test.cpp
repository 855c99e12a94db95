// Reading commands and watches of every module in a workspace that holds nothing.
#include <algorithm>

#include "declarations/loaded_modules.h"
#include "support/command_bench.h"

using namespace zf;
using test::LoadedModules;

namespace {

std::vector<Grant> every_grant(const Registry& registry) {
    std::vector<Grant> grants;
    for (const Permission& each : registry.permissions())
        grants.push_back({.permission = each.name});
    return grants;
}

bool is_complete_without_parameters(const CommandInfo& info) {
    return std::none_of(info.parameters.begin(), info.parameters.end(), [](const FieldInfo& each) {
        return each.is_required && each.default_text.empty();
    });
}

const FieldInfo* declared(const std::vector<FieldInfo>& fields, const std::string& name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldInfo& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

// Everything that an answer holds was declared, so that lists, help and other programs know it.
void check_declared(const std::vector<FieldInfo>& fields, const Record& answer) {
    for (const auto& [name, value] : answer) {
        INFO(name);
        const FieldInfo* field = declared(fields, name);
        CHECK(field != nullptr);
        const auto* rows = value.if_a<List>();
        if (field == nullptr || rows == nullptr || field->lines.empty()) continue;
        for (const Value& row : *rows)
            if (const auto* record = row.if_a<Record>()) check_declared(field->lines, *record);
    }
}

}  // namespace

TEST_CASE("every question can be asked of an empty workspace, and answers what it declares",
          "[declarations]") {
    const test::EachStore store;
    const Registry& registry = LoadedModules::all().registry();
    test::CommandBench bench{store, registry.commands(), registry.migrations(),
                             registry.book_kinds(), registry.watches()};
    const Session clerk = bench.operator_with("clerk", every_grant(registry));

    for (const auto& [name, entry] : registry.commands()) {
        if (!entry.read || !is_complete_without_parameters(entry.info)) continue;
        const Outcome outcome = bench.run(name, {}, clerk);
        const std::string code = outcome.problems.empty() ? "" : outcome.problems.front().code;
        INFO(name << " " << code);
        // Refused is fine where there is no book yet; an environment failure never is.
        CHECK((outcome.status == Status::done || outcome.status == Status::refused));
        check_declared(entry.info.answer, outcome.result);
    }
}

TEST_CASE("no watch has rows in an empty workspace", "[declarations]") {
    const test::EachStore store;
    const Registry& registry = LoadedModules::all().registry();
    test::CommandBench bench{store, registry.commands(), registry.migrations(),
                             registry.book_kinds(), registry.watches()};
    const Session clerk = bench.operator_with("clerk", every_grant(registry));
    const CommandEntry& any = registry.commands().at("workspace.watches");
    std::vector<std::string> with_rows;

    const Outcome outcome = bench.dispatcher().read(
        {.command = any.info.name}, clerk, Progress::none(),
        [&](const Record&, ReadContext& context) -> std::optional<Problem> {
            for (const Watch& each : registry.watches())
                if (!each.rows(context).empty()) with_rows.push_back(each.name);
            return std::nullopt;
        });

    CHECK(outcome.is_done());
    CHECK(with_rows == std::vector<std::string>{});
}
