#include "cli/call.h"

#include "cli/output.h"
#include "cli/parameter.h"
#include "cli/terminal_progress.h"
#include "host/session_file.h"
#include "zhangfang/platform/terminal.h"

namespace zf::cli {
namespace {

Outcome refused(Status status, Problem problem) {
    return {.status = status, .problems = {std::move(problem)}};
}

Problem no_workspace() {
    return {.code = "request.no_workspace",
            .text = {"No workspace is named. Nothing was done. Name it with: -w FILE", {}}};
}

Problem no_secret(const FieldInfo& field) {
    return {.code = "request.no_secret",
            .text = {"{0} is not written on a command line. Nothing was done. Name a file that "
                     "only its owner may read: {1}",
                     {field.label, option_names(field).front()}},
            .place = {field.name}};
}

std::optional<std::string> ask_secret(const Call& call, const std::string& label) {
    if (!call.console.asks_at_terminal) return std::nullopt;
    return platform::ask_hidden(call.catalogue().text(label) +
                                call.catalogue().text(std::string_view{": "}));
}

}  // namespace

int Call::refuse(Status status, Problem problem) {
    return write_refusal(status, {std::move(problem)}, options.format, catalogue(), console);
}

int Call::refuse(const Outcome& outcome) {
    return write_outcome(outcome, {}, options.format, catalogue(), console);
}

std::string text_of(const Call& call, std::string_view parameter) {
    const auto* text = call.parameters.get(parameter).if_a<std::string>();
    return text == nullptr ? std::string{} : *text;
}

Seat::Seat(std::unique_ptr<host::OpenWorkspace> workspace) : workspace_{std::move(workspace)} {}

Seat::Seat(Seat&& other) noexcept
    : workspace_{std::move(other.workspace_)},
      session_{std::move(other.session_)},
      token_{std::move(other.token_)},
      ends_session_{std::exchange(other.ends_session_, false)} {}

Seat::~Seat() {
    if (!ends_session_ || !session_) return;
    CommandRequest request{.command = "session.close"};
    request.parameters.set("token", Value{token_});
    dispatcher().run(request, session());
}

Expected<Seat, Outcome> Seat::open(Call& call, Access access) {
    if (call.options.workspace.empty()) return refused(Status::bad_usage, no_workspace());
    std::string password;
    if (!call.options.store_password_file.empty()) {
        auto read = host::read_secret_file(call.options.store_password_file);
        if (!read) return refused(Status::bad_usage, read.error());
        password = *std::move(read);
    }
    auto opened = host::OpenWorkspace::open(call.modules, call.options.workspace, access, password,
                                            call.environment);
    if (!opened) return refused(Status::environment, opened.error());
    if (const auto& said = (*opened)->said())
        call.console.errors << call.catalogue().text(*said) << '\n';
    return Seat{*std::move(opened)};
}

std::filesystem::path session_file_of(const Call& call, host::OpenWorkspace& workspace) {
    if (!call.options.session_file.empty()) return call.options.session_file;
    return host::default_session_file(workspace.workspace().uid());
}

std::optional<Outcome> Seat::sign_in(Call& call) {
    if (call.options.login.empty()) {
        auto read = host::read_session_file(session_file_of(call, *workspace_));
        if (!read) return refused(Status::not_permitted, read.error());
        token_ = *std::move(read);
    } else {
        CommandRequest request{.command = "session.open"};
        request.parameters.set("login", Value{call.options.login});
        const FieldInfo password = secret(parameter("password", "Password"));
        if (!call.options.password_file.empty()) {
            auto read = host::read_secret_file(call.options.password_file);
            if (!read) return refused(Status::bad_usage, read.error());
            request.parameters.set(password.name, Value{*std::move(read)});
        } else if (auto typed = ask_secret(call, password.label)) {
            request.parameters.set(password.name, Value{*std::move(typed)});
        } else {
            return refused(Status::bad_usage, no_secret(password));
        }
        Outcome outcome = dispatcher().run(request, nullptr);
        if (!outcome.is_done()) return outcome;
        token_ = outcome.result.get("token").plain_text();
        ends_session_ = true;
    }
    auto session = workspace_->session(token_);
    if (!session) return refused(Status::not_permitted, session.error());
    session_ = *std::move(session);
    return std::nullopt;
}

void Seat::reload_session() {
    if (!session_) return;
    auto session = workspace_->session(token_);
    session_.reset();
    if (session) session_ = *std::move(session);
}

Outcome Seat::run(Call& call, const std::function<Outcome(Progress&)>& work) {
    TerminalProgress progress{call.console.shows_progress ? &call.console.errors : nullptr};
    const platform::InterruptWatch watch{[&] {
        progress.cancel();
        dispatcher().interrupt(progress);
    }};
    return work(progress);
}

Outcome Seat::run(Call& call, const CommandRequest& request) {
    return run(call,
               [&](Progress& progress) { return dispatcher().run(request, session(), progress); });
}

std::optional<Problem> take_secrets(Call& call, const std::map<std::string, std::string>& files) {
    for (const FieldInfo& field : *call.verb.parameters) {
        if (!field.is_secret || field.is_computed) continue;
        if (const auto file = files.find(field.name); file != files.end()) {
            auto secret = host::read_secret_file(file->second);
            if (!secret) return secret.error();
            call.parameters.set(field.name, Value{*std::move(secret)});
        } else if (field.is_required) {
            auto typed = ask_secret(call, field.label);
            if (!typed) return no_secret(field);
            call.parameters.set(field.name, Value{*std::move(typed)});
        }
    }
    return std::nullopt;
}

}  // namespace zf::cli
