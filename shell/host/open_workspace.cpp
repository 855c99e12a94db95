#include "host/open_workspace.h"

#include <fstream>
#include <functional>

#include "zhangfang/access/operator_store.h"
#include "zhangfang/command/store_problem.h"

namespace zf::host {
namespace {

// A *.zfw text file may name a workspace on a server: its first line is the URL.
std::string real_address(const std::string& address) {
    if (address.rfind("postgresql://", 0) == 0) return address;
    std::ifstream file{address, std::ios::binary};
    std::string first(14, '\0');
    file.read(first.data(), 13);
    if (first.compare(0, 13, "postgresql://") != 0) return address;
    file.seekg(0);
    std::getline(file, first);
    while (!first.empty() && (first.back() == '\r' || first.back() == ' ')) first.pop_back();
    return first;
}

}  // namespace

OpenWorkspace::OpenWorkspace(const Modules& modules, std::unique_ptr<Workspace> workspace,
                             Environment environment)
    : workspace_{std::move(workspace)},
      environment_{std::move(environment)},
      dispatcher_{std::make_unique<Dispatcher>(*workspace_, modules.registry().commands(),
                                               modules.registry().book_kinds(),
                                               modules.registry().watches(), environment_)} {}

Result<std::unique_ptr<OpenWorkspace>> OpenWorkspace::create(const Modules& modules,
                                                             const std::string& address,
                                                             const std::string& password,
                                                             Environment environment) {
    try {
        auto made = Workspace::create(address, modules.migrations(), password);
        return std::unique_ptr<OpenWorkspace>{
            new OpenWorkspace{modules, std::move(made), std::move(environment)}};
    } catch (const StoreError& error) {
        return problem_of(error, address);
    }
}

Result<std::unique_ptr<OpenWorkspace>>
OpenWorkspace::open(const Modules& modules, const std::string& address, Access access,
                    const std::string& password, Environment environment) {
    try {
        const bool may_migrate = access == Access::read_write;
        auto opened = Workspace::open(real_address(address), modules.migrations(), access,
                                      may_migrate, password);
        return std::unique_ptr<OpenWorkspace>{
            new OpenWorkspace{modules, std::move(opened), std::move(environment)}};
    } catch (const StoreError& error) {
        return problem_of(error, address);
    }
}

Result<Session> OpenWorkspace::session(const std::string& token) {
    try {
        if (!reader_) reader_ = workspace_->connect_reader();
        const Snapshot snapshot{*reader_};
        return OperatorStore{snapshot}.session_by_token(token, environment_.now());
    } catch (const StoreError& error) {
        return problem_of(error, workspace_->address());
    }
}

bool OpenWorkspace::has_operators() {
    if (!reader_) reader_ = workspace_->connect_reader();
    const Snapshot snapshot{*reader_};
    return !OperatorStore{snapshot}.all().empty();
}

Result<std::string> sign_in(OpenWorkspace& workspace, const std::string& login,
                            const std::string& password) {
    CommandRequest request{.command = "session.open"};
    request.parameters.set("login", Value{login});
    request.parameters.set("password", Value{password});
    const Outcome outcome = workspace.dispatcher().run(request, nullptr);
    if (!outcome.is_done()) return gravest(outcome.problems);
    return outcome.result.get("token").plain_text();
}

}  // namespace zf::host
