#pragma once

#include <memory>
#include <optional>
#include <string>

#include "host/modules.h"
#include "zhangfang/command/dispatcher.h"
#include "zhangfang/store/workspace.h"

namespace zf::host {

// A workspace with the dispatcher that guards it.
class OpenWorkspace {
public:
    // `address`: a *.zfw file (SQLite, or a text file that names a server workspace) or a libpq
    // URL. What the store says comes back as a Problem in plain words. One of an older program is
    // brought up to date when it is opened for writing, after a verified backup was made.
    static Result<std::unique_ptr<OpenWorkspace>> create(const Modules& modules,
                                                         const std::string& address,
                                                         const std::string& password,
                                                         Environment environment);
    static Result<std::unique_ptr<OpenWorkspace>> open(const Modules& modules,
                                                       const std::string& address, Access access,
                                                       const std::string& password,
                                                       Environment environment);

    Workspace& workspace();
    Dispatcher& dispatcher() { return *dispatcher_; }
    const Environment& environment() const { return environment_; }
    // What opening did besides: brought the workspace up to date. Nothing, usually.
    const std::optional<Message>& said() const { return said_; }

    // Whom a session token stands for, with today's rights. Problems: session.unknown,
    // session.expired.
    Result<Session> session(const std::string& token);
    bool has_operators();

    ~OpenWorkspace();

private:
    class Shared;

    OpenWorkspace(const Modules& modules, std::unique_ptr<Workspace> workspace,
                  Environment environment);

    std::unique_ptr<Shared> workspace_;
    Environment environment_;
    std::optional<Message> said_;
    std::unique_ptr<Dispatcher> dispatcher_;
};

// Signs in: opens a session and answers its token. The password never leaves this process.
Result<std::string> sign_in(OpenWorkspace& workspace, const std::string& login,
                            const std::string& password);

}  // namespace zf::host
