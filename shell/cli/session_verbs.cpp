// Signing in once for many lines: the token lies in a file that only its owner may read.
#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/output.h"
#include "cli/parameter.h"
#include "host/session_file.h"

namespace zf::cli {
namespace {

int open_session(Call& call) {
    auto seat = Seat::open(call, Access::read_write);
    if (!seat) return call.refuse(seat.error());
    const Outcome outcome = seat->run(call,
                                      {.command = "session.open", .parameters = call.parameters});
    if (!outcome.is_done()) return call.refuse(outcome);
    const auto file = session_file_of(call, seat->workspace());
    if (const auto problem = host::write_session_file(file,
                                                      outcome.result.get("token").plain_text()))
        return call.refuse(Status::environment, *problem);
    // The token itself is for the file alone.
    Outcome told = outcome;
    told.result.remove("token");
    return write_outcome(told, {}, call.options.format, call.catalogue(), call.console);
}

int close_session(Call& call) {
    auto seat = Seat::open(call, Access::read_write);
    if (!seat) return call.refuse(seat.error());
    const auto file = session_file_of(call, seat->workspace());
    const auto token = host::read_session_file(file);
    if (!token) return call.refuse(Status::not_permitted, token.error());
    if (const auto refusal = seat->sign_in(call)) {
        host::remove_session_file(file);  // what no longer opens anything is of no use
        return call.refuse(*refusal);
    }
    CommandRequest request{.command = "session.close"};
    request.parameters.set("token", Value{*token});
    const Outcome outcome = seat->run(call, request);
    if (outcome.is_done()) host::remove_session_file(file);
    return write_outcome(outcome, {}, call.options.format, call.catalogue(), call.console);
}

}  // namespace

std::vector<BuiltIn> session_verbs() {
    return {
        {.name = "session.open",
         .title = "Sign in",
         .help = "Keeps the session's token in a file that only its owner may read, for 8 hours.",
         .parameters = {required(parameter("login", "Login")),
                        required(secret(parameter("password", "Password")))},
         .run = open_session},
        {.name = "session.close", .title = "Sign out", .run = close_session}};
}

}  // namespace zf::cli
