#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/console.h"
#include "host/modules.h"
#include "host/open_workspace.h"
#include "zhangfang/command/dispatcher.h"

namespace zf::cli {

// One line at work: what it names, what it was given, and where it answers.
struct Call {
    const host::Modules& modules;
    const Vocabulary& vocabulary;
    const Environment& environment;
    Console& console;
    Verb verb;
    CommonOptions options;
    Record parameters;

    const Catalogue& catalogue() const { return modules.catalogue(); }
    int refuse(Status status, Problem problem);
    int refuse(const Outcome& outcome);  // one that is not done
};

// Reads a parameter that stands on the line as plain text; "" when it is missing.
std::string text_of(const Call& call, std::string_view parameter);

// A workspace opened for one line, with who works in it. A session that was opened for the line
// alone ends with it.
class Seat {
public:
    // Opens the workspace that the line names; an Outcome says why it cannot.
    static Expected<Seat, Outcome> open(Call& call, Access access);
    ~Seat();
    Seat(Seat&& other) noexcept;
    Seat& operator=(Seat&&) = delete;

    host::OpenWorkspace& workspace() { return *workspace_; }
    Dispatcher& dispatcher() { return workspace_->dispatcher(); }

    // Signs in as the line says: --login, else the session's file. An Outcome says why not.
    std::optional<Outcome> sign_in(Call& call);
    const Session* session() const { return session_ ? &*session_ : nullptr; }
    void reload_session();  // after rights were changed; nobody is signed in when they are gone

    // Runs a command while Ctrl+C ends it and a terminal shows how far it has come.
    Outcome run(Call& call, const CommandRequest& request);
    // The same for other work of the dispatcher.
    Outcome run(Call& call, const std::function<Outcome(Progress&)>& work);

private:
    explicit Seat(std::unique_ptr<host::OpenWorkspace> workspace);

    std::unique_ptr<host::OpenWorkspace> workspace_;
    std::optional<Session> session_;
    std::string token_;
    bool ends_session_ = false;  // it was opened for this line alone
};

// Where the token of a session for this workspace lies.
std::filesystem::path session_file_of(const Call& call, host::OpenWorkspace& workspace);

// Puts the secrets of a verb where its parameters want them: from files, else asked at the
// terminal.
std::optional<Problem> take_secrets(Call& call, const std::map<std::string, std::string>& files);

}  // namespace zf::cli
