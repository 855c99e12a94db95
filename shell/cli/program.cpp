#include "cli/program.h"

#include <fstream>
#include <iterator>

#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/help.h"
#include "cli/output.h"
#include "host/reporting.h"
#include "zhangfang/base/version.h"
#include "zhangfang/model/json.h"

namespace zf::cli {
namespace {

Problem unknown_verb(const std::vector<std::string>& words, const Vocabulary& vocabulary) {
    std::string typed;
    for (const std::string& word : words) typed += (typed.empty() ? "" : " ") + word;
    if (const auto nearest = vocabulary.nearest(words))
        return {.code = "request.unknown_command",
                .text = {"There is no command \"{0}\". Nothing was done. Did you mean: {1}",
                         {typed, typed_name(*nearest)}}};
    return {
        .code = "request.unknown_command",
        .text = {"There is no command \"{0}\". Nothing was done. See: zhangfang --help", {typed}}};
}

Problem unconfirmed(const Call& call) {
    return {.code = "request.unconfirmed",
            .text = {"{0} asks for confirmation. Nothing was done. Add --yes if you mean it.",
                     {call.verb.title}}};
}

Problem not_parameters(const std::string& file) {
    return {
        .code = "request.not_parameters",
        .text = {"{0} does not hold parameters as one JSON object. Nothing was done. Correct it.",
                 {file}}};
}

// Parameters of --from come first; what stands on the line itself replaces them.
Problems take_from(Call& call) {
    const std::string& file = call.options.from;
    if (file.empty()) return {};
    std::ifstream stream;
    if (file != "-") stream.open(std::filesystem::path{file}, std::ios::binary);
    if (file != "-" && !stream) return {not_parameters(file)};
    const std::string json{std::istreambuf_iterator<char>{file == "-" ? call.console.in : stream},
                           {}};
    auto parsed = parse_json(json);
    if (!parsed) return parsed.error();
    const auto* record = parsed->if_a<Record>();
    if (record == nullptr) return {not_parameters(file)};
    Record all = *record;
    for (const auto& [name, value] : call.parameters) all.set(name, value);
    call.parameters = std::move(all);
    return {};
}

bool is_confirmed(const Call& call) {
    if (!call.verb.command->asks_confirmation || call.options.dry_run || call.options.is_confirmed)
        return true;
    if (!call.console.asks_at_terminal) return false;
    const Catalogue& catalogue = call.catalogue();
    call.console.errors << catalogue.text(
                               Message{"{0}: go on? Type yes or no: ", {call.verb.title}})
                        << std::flush;
    std::string typed;
    std::getline(call.console.in, typed);
    return typed == "yes" || typed == "y" || typed == catalogue.text(std::string_view{"yes"});
}

CommandRequest request_of(const Call& call) {
    return {.command = call.verb.name,
            .parameters = call.parameters,
            .request_id = call.options.request_id,
            .acknowledged = call.options.acknowledged,
            .reason = call.options.reason,
            .dry_run = call.options.dry_run,
            .overwrite = call.options.overwrite};
}

// Signing in for one line opens a session, and that writes.
Access access_for(const Call& call, bool only_reads) {
    return only_reads && call.options.login.empty() ? Access::read_only : Access::read_write;
}

int run_command(Call& call) {
    const CommandInfo& info = *call.verb.command;
    if (!is_confirmed(call)) return call.refuse(Status::bad_usage, unconfirmed(call));
    auto seat = Seat::open(call, access_for(call, info.effect == Effect::reads));
    if (!seat) return call.refuse(seat.error());
    const bool needs_somebody = info.needs == Needs::session || info.needs == Needs::own;
    if (needs_somebody)
        if (const auto refusal = seat->sign_in(call)) return call.refuse(*refusal);
    const Outcome outcome = seat->run(call, request_of(call));
    const int code = write_outcome(outcome, info.answer, call.options.format, call.catalogue(),
                                   call.console);
    if (outcome.is_done() && call.options.dry_run && call.options.format == OutputFormat::table)
        call.console.out << call.catalogue().text("This was a dry run: nothing of it was kept.")
                         << '\n'
                         << std::flush;
    return code;
}

int run_report(Call& call) {
    const bool is_delivered = !call.options.out.empty();
    auto seat = Seat::open(call, access_for(call, !is_delivered));
    if (!seat) return call.refuse(seat.error());
    if (const auto refusal = seat->sign_in(call)) return call.refuse(*refusal);
    const CommandRequest request = request_of(call);
    const Outcome outcome = seat->run(call, [&](Progress& progress) {
        if (is_delivered)
            return host::deliver_report(call.modules, seat->dispatcher(), request, *seat->session(),
                                        progress,
                                        std::filesystem::absolute(call.options.out).string());
        return host::with_document(
            call.modules, seat->dispatcher(), request, *seat->session(), progress,
            [&](const Document& document, ReadContext&) -> std::optional<Problem> {
                write_document(document, call.options.format, call.catalogue(), call.console.out,
                               [&](std::int64_t rows) { progress.step(rows, 0); });
                return std::nullopt;
            });
    });
    // A document that was written to the output is the answer itself.
    if (outcome.is_done() && !is_delivered) return exit_code(outcome.status);
    return write_outcome(outcome, {}, call.options.format, call.catalogue(), call.console);
}

}  // namespace

std::string language_of(const std::vector<std::string>& arguments) {
    return split_line(arguments).language;
}

int Program::run(const std::vector<std::string>& arguments) {
    const Vocabulary vocabulary{modules_.registry(), built_ins()};
    const Catalogue& catalogue = modules_.catalogue();
    const SplitLine split = split_line(arguments);
    if (split.words.empty() && split.asks_version) {
        console_.out << "zhangfang " << program_version << '\n';
        return 0;
    }
    const auto named = vocabulary.find(split.words);
    if (!named) {
        const bool is_group = !vocabulary.below(split.words).empty();
        if (!is_group)
            return write_refusal(Status::bad_usage, {unknown_verb(split.words, vocabulary)},
                                 OutputFormat::table, catalogue, console_);
        write_help(split.words, vocabulary, catalogue,
                   split.asks_help ? console_.out : console_.errors);
        return split.asks_help ? 0 : exit_code(Status::bad_usage);
    }
    ParsedLine line = parse_line(*named, split);
    Call call{.modules = modules_,
              .vocabulary = vocabulary,
              .environment = environment_,
              .console = console_,
              .verb = named->verb,
              .options = std::move(line.common),
              .parameters = std::move(line.parameters)};
    if (call.options.asks_help) {
        write_help(call.verb, catalogue, console_.out);
        return 0;
    }
    if (line.problems.empty()) line.problems = take_from(call);
    if (line.problems.empty())
        if (auto problem = take_secrets(call, line.secret_files))
            line.problems.push_back(*std::move(problem));
    if (!line.problems.empty())
        return write_refusal(Status::bad_usage, std::move(line.problems), call.options.format,
                             catalogue, console_);
    if (call.verb.built_in != nullptr) return call.verb.built_in->run(call);
    return call.verb.report != nullptr ? run_report(call) : run_command(call);
}

}  // namespace zf::cli
