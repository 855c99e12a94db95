// Workspaces as a whole: what is done before anybody can sign in.
#include <filesystem>

#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/output.h"
#include "cli/parameter.h"
#include "host/session_file.h"
#include "zhangfang/store/migration.h"

namespace zf::cli {
namespace {

std::vector<FieldInfo> answer_of_info() {
    return {column("address", "Workspace"), column("uid", "Identity"), column("store", "Store"),
            column("program_version", "Version"),
            rows_of("Steps", {column("module", "Module"), column("name", "Step")})};
}

Outcome info_of(Call& call, Workspace& workspace) {
    Outcome outcome;
    outcome.result.set("address", Value{workspace.address()});
    outcome.result.set("uid", Value{workspace.uid()});
    outcome.result.set("store",
                       Value{workspace.kind() == StoreKind::sqlite ? "SQLite" : "PostgreSQL"});
    outcome.result.set("program_version", Value{call.environment.program_version});
    List steps;
    for (const MigrationSet& set : call.modules.migrations())
        if (!set.migrations.empty())
            steps.emplace_back(
                Record{{"module", Value{set.module}}, {"name", Value{set.migrations.back().name}}});
    outcome.result.set("rows", Value{std::move(steps)});
    return outcome;
}

int answer(Call& call, const Outcome& outcome, const std::vector<FieldInfo>& answer) {
    return write_outcome(outcome, answer, call.options.format, call.catalogue(), call.console);
}

int create_workspace(Call& call) {
    std::string store_password;
    if (!call.options.store_password_file.empty()) {
        const auto read = host::read_secret_file(call.options.store_password_file);
        if (!read) return call.refuse(Status::bad_usage, read.error());
        store_password = *read;
    }
    const std::string address = text_of(call, "address");
    auto created = host::OpenWorkspace::create(call.modules, address, store_password,
                                               call.environment);
    if (!created) return call.refuse(Status::environment, created.error());

    CommandRequest request{.command = "operator.found"};
    for (const auto& [name, value] : call.parameters)
        if (name != "address") request.parameters.set(name, value);
    const Outcome founded = (*created)->dispatcher().run(request, nullptr);
    if (founded.is_done()) return answer(call, founded, {});
    // Nobody can use a workspace without its first operator: the empty file goes away again.
    created->reset();
    std::error_code ignored;
    std::filesystem::remove(address, ignored);
    return call.refuse(founded);
}

int open_workspace(Call& call) {
    auto seat = Seat::open(call, Access::read_write);  // brings its tables to this version
    if (!seat) return call.refuse(seat.error());
    return answer(call, info_of(call, seat->workspace().workspace()), answer_of_info());
}

int show_workspace(Call& call) {
    auto seat = Seat::open(call, Access::read_only);
    if (!seat) return call.refuse(seat.error());
    return answer(call, info_of(call, seat->workspace().workspace()), answer_of_info());
}

int check_workspace(Call& call) {
    auto seat = Seat::open(call, Access::read_only);
    if (!seat) return call.refuse(seat.error());
    const auto faults = seat->workspace().workspace().faults(true);
    Outcome outcome{.status = faults.empty() ? Status::done : Status::refused};
    if (faults.empty()) outcome.said = {"The workspace is sound.", {}};
    for (const std::string& fault : faults)
        outcome.problems.push_back(
            {.code = "workspace.damaged",
             .text = {
                 "The workspace is damaged: {0}. Nothing was changed. Restore the last verified "
                 "backup beside it.",
                 {fault}}});
    return answer(call, outcome, {});
}

}  // namespace

std::vector<BuiltIn> workspace_verbs() {
    return {
        {.name = "workspace.create",
         .title = "Create a workspace",
         .help = "Makes an empty workspace and its first operator, who lets the others in.",
         .parameters = {required(parameter("address", "Workspace")),
                        required(parameter("login", "Login")), required(parameter("name", "Name")),
                        required(secret(parameter("password", "Password"))),
                        parameter("preset", "Preset of rights")},
         .run = create_workspace},
        {.name = "workspace.open",
         .title = "Open a workspace",
         .help = "Brings its tables to the version of this program, where they are older.",
         .run = open_workspace},
        {.name = "workspace.info", .title = "Show a workspace", .run = show_workspace},
        {.name = "workspace.check",
         .title = "Check a workspace",
         .help = "Reads the whole file and says what is damaged.",
         .run = check_workspace}};
}

}  // namespace zf::cli
