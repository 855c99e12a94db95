#include "host/founding.h"

#include <algorithm>
#include <filesystem>

#include "zhangfang/command/store_problem.h"

namespace zf::host {
namespace {

constexpr const char* enters = "bk.enter";
constexpr const char* reviews = "bk.review";

bool holds(const RolePreset& preset, const std::string& permission) {
    return std::find(preset.permissions.begin(), preset.permissions.end(), permission) !=
           preset.permissions.end();
}

// A refusal whose place says which part of the wish it speaks of: "keeper.password".
Problem at(const char* part, Problem refused) {
    refused.place.field = std::string{part} + "." + refused.place.field;
    return refused;
}

// Runs one command of the founding; the first refusal ends it.
std::optional<Problem> run(OpenWorkspace& workspace, const Session* session,
                           const std::string& command, Record parameters) {
    const Outcome outcome = workspace.dispatcher().run(
        {.command = command, .parameters = std::move(parameters)}, session);
    if (outcome.is_done()) return std::nullopt;
    return outcome.problems.empty() ? Problem{} : gravest(outcome.problems);
}

Record operator_parameters(const NewOperator& who) {
    return {
        {"login", Value{who.login}}, {"name", Value{who.name}}, {"password", Value{who.password}}};
}

Result<std::string> furnish(const Modules& modules, OpenWorkspace& workspace,
                            const NewWorkspace& wanted) {
    const std::string kind = wanted.book.get("kind").plain_text();
    Record founder = operator_parameters(wanted.keeper);
    const std::string keeps = preset_with(modules.registry(), kind, enters, reviews);
    if (!keeps.empty()) founder.set("preset", Value{keeps});
    if (auto refusal = run(workspace, nullptr, "operator.found", std::move(founder)))
        return at("keeper", *std::move(refusal));
    auto token = sign_in(workspace, wanted.keeper.login, wanted.keeper.password);
    if (!token) return at("keeper", token.error());
    const auto session = workspace.session(*token);
    if (!session) return session.error();
    if (auto refusal = run(workspace, &*session, wanted.book_command, wanted.book))
        return at("book", *std::move(refusal));
    if (wanted.reviewer.login.empty()) return token;
    if (auto refusal = run(workspace, &*session, "operator.add",
                           operator_parameters(wanted.reviewer)))
        return at("reviewer", *std::move(refusal));
    Record grant{{"operator", Value{wanted.reviewer.login}}, {"book", wanted.book.get("code")}};
    grant.set("preset", Value{preset_with(modules.registry(), kind, reviews, enters)});
    if (auto refusal = run(workspace, &*session, "operator.grant", std::move(grant)))
        return at("reviewer", *std::move(refusal));
    return token;
}

}  // namespace

std::string preset_with(const Registry& registry, const std::string& kind,
                        const std::string& permission, const std::string& without) {
    std::string general;
    for (const RolePreset& preset : registry.presets()) {
        if (!holds(preset, permission) || holds(preset, without)) continue;
        if (preset.book_kind == kind) return preset.name;
        if (preset.book_kind.empty() && general.empty()) general = preset.name;
    }
    return general;
}

Problems problems_before_founding(const Record& typed) {
    Problems problems;
    if (typed.has("repeated") && !(typed.get("repeated") == typed.get("password")))
        problems.push_back({.code = "operator.passwords_differ",
                            .text = {"The two passwords differ. Type them again.", {}},
                            .place = {"repeated"}});
    std::error_code ignored;
    if (typed.has("file") && std::filesystem::exists(typed.get("file").plain_text(), ignored)) {
        const StoreError there{StoreFault::exists, "a file"};
        problems.push_back(problem_of(there, typed.get("file").plain_text()));
        problems.back().place = {"file"};
    }
    return problems;
}

Result<Founded> found_workspace(const Modules& modules, const NewWorkspace& wanted,
                                const Environment& environment) {
    auto made = OpenWorkspace::create(modules, wanted.address, {}, environment);
    if (!made) return at("place", made.error());
    auto token = furnish(modules, **made, wanted);
    if (token) return Founded{*std::move(made), *std::move(token)};
    const Problem refusal = token.error();
    (*made).reset();
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"})
        std::filesystem::remove(wanted.address + end, ignored);
    return refusal;
}

}  // namespace zf::host
