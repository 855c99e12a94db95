// The road for other programs: one command a line in, one outcome a line out.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/parameter.h"
#include "host/session_file.h"
#include "zhangfang/base/text.h"
#include "zhangfang/command/json.h"

namespace zf::cli {
namespace {

class Batch {
public:
    Batch(Call& call, Seat& seat) : call_{call}, seat_{seat} {}

    // Answers 0, or the code of the first line that was not done.
    int run(std::istream& lines, bool stops) {
        int code = 0;
        for (std::string line; std::getline(lines, line);) {
            if (trim(line).empty()) continue;
            const Outcome outcome = run_line(line);
            call_.console.out << to_json(outcome, call_.catalogue()) << '\n' << std::flush;
            if (outcome.is_done()) continue;
            if (code == 0) code = exit_code(outcome.status);
            if (stops || outcome.status == Status::cancelled) break;
        }
        return code;
    }

private:
    Outcome run_line(const std::string& written) {
        auto line = parse_batch_line(written);
        if (!line) return {.status = Status::bad_usage, .problems = line.error()};
        if (auto problem = take_secrets_from_files(line->request))
            return {.status = Status::bad_usage, .problems = {*std::move(problem)}};
        const auto session = session_of(line->session);
        if (!session) return {.status = Status::not_permitted, .problems = {session.error()}};
        Outcome outcome = seat_.run(call_, [&](Progress& progress) {
            return seat_.dispatcher().run(line->request, *session, progress);
        });
        if (changes_rights(outcome)) {
            sessions_.clear();
            seat_.reload_session();
        }
        return outcome;
    }

    static bool changes_rights(const Outcome& outcome) {
        return std::any_of(outcome.changed.begin(), outcome.changed.end(),
                           [](const ChangedRows& each) { return each.entity == "zf.operator"; });
    }

    // The session that the line names by its token, else the batch's own.
    Result<const Session*> session_of(const std::string& token) {
        if (token.empty()) return seat_.session();
        const auto known = sessions_.find(token);
        if (known != sessions_.end()) return &known->second;
        auto session = seat_.workspace().session(token);
        if (!session) return session.error();
        return &sessions_.emplace(token, *std::move(session)).first->second;
    }

    // A secret stands in a line as {"file": …} only.
    std::optional<Problem> take_secrets_from_files(CommandRequest& request) const {
        const CommandEntry* entry = seat_.dispatcher().find(request.command);
        if (entry == nullptr) return std::nullopt;
        for (const FieldInfo& field : entry->info.parameters) {
            if (!field.is_secret || !request.parameters.has(field.name)) continue;
            const auto* where = request.parameters.get(field.name).if_a<Record>();
            const auto* file = where == nullptr ? nullptr : where->get("file").if_a<std::string>();
            if (file == nullptr)
                return Problem{.code = "request.secret_in_line",
                               .text = {"{0} does not stand in a line itself. Nothing was done. "
                                        "Write {\"file\": …} with a file "
                                        "that only its owner may read.",
                                        {field.label}},
                               .place = {field.name}};
            auto secret = host::read_secret_file(*file);
            if (!secret) return secret.error();
            request.parameters.set(field.name, Value{*std::move(secret)});
        }
        return std::nullopt;
    }

    Call& call_;
    Seat& seat_;
    std::map<std::string, Session> sessions_;
};

// A session that is named must be good; one that only happens to lie there need not.
std::optional<Outcome> sign_in_if_possible(Call& call, Seat& seat) {
    const bool is_named = !call.options.login.empty() || !call.options.session_file.empty();
    auto refusal = seat.sign_in(call);
    return is_named ? refusal : std::nullopt;
}

int run_batch(Call& call) {
    const std::string file = text_of(call, "file");
    std::ifstream stream;
    if (!file.empty() && file != "-") {
        stream.open(std::filesystem::path{file}, std::ios::binary);
        if (!stream)
            return call.refuse(
                Status::bad_usage,
                {.code = "request.no_batch",
                 .text = {"The file {0} cannot be read. Nothing was done. Check its name.",
                          {file}}});
    }
    auto seat = Seat::open(call, Access::read_write);
    if (!seat) return call.refuse(seat.error());
    if (const auto refusal = sign_in_if_possible(call, *seat)) return call.refuse(*refusal);
    const bool* stops = call.parameters.get("stop").if_a<bool>();
    return Batch{call, *seat}.run(stream.is_open() ? stream : call.console.in,
                                  stops != nullptr && *stops);
}

}  // namespace

std::vector<BuiltIn> batch_verbs() {
    FieldInfo stop = parameter("stop", "Ends with the first line that is not done");
    stop.type = ValueType::boolean;
    return {{.name = "batch",
             .title = "Run many commands",
             .help = "Reads one command a line as JSON, from a file or the input, and prints one "
                     "outcome a line as soon as it is "
                     "stored. A line may name its own session.",
             .parameters = {file(parameter("file", "File with one command a line")), stop},
             .run = run_batch}};
}

}  // namespace zf::cli
