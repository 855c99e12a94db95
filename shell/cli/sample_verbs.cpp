// A whole sample year without a window: its books, its papers, and the proof of every figure.
#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/output.h"
#include "cli/parameter.h"
#include "cli/terminal_progress.h"
#include "host/sample.h"
#include "zhangfang/platform/terminal.h"

namespace zf::cli {
namespace {

Outcome outcome_of(const host::SampleResult& made) {
    Outcome outcome;
    List files;
    for (const std::string& each : made.files) files.emplace_back(each);
    outcome.result = {{"workspace", Value{made.workspace}},
                      {"compared", Value{made.compared}},
                      {"files", Value{files}}};
    outcome.said = {"All {0} figures equal the expected tables.", {made.compared}};
    if (made.differences.empty()) return outcome;
    outcome.status = Status::refused;
    outcome.problems = made.differences;
    return outcome;
}

int make_sample(Call& call) {
    const bool is_for_people = call.options.format == OutputFormat::table;
    TerminalProgress progress{call.console.shows_progress ? &call.console.errors : nullptr};
    const platform::InterruptWatch watch{[&] { progress.cancel(); }};
    const auto began = [&](const Message& what, std::int64_t step, std::int64_t steps) {
        if (is_for_people)
            call.console.out << '[' << step << '/' << steps << "] " << call.catalogue().text(what)
                             << '\n'
                             << std::flush;
    };
    try {
        const auto made = host::make_sample(call.modules, text_of(call, "name"),
                                            text_of(call, "out"), call.environment, began,
                                            progress);
        if (!made) return call.refuse(Status::refused, made.error());
        if (is_for_people)
            for (const std::string& file : made->files) call.console.out << file << '\n';
        return write_outcome(outcome_of(*made), {}, call.options.format, call.catalogue(),
                             call.console);
    } catch (const Cancelled&) {
        return call.refuse({.status = Status::cancelled});
    }
}

}  // namespace

std::vector<BuiltIn> sample_verbs() {
    return {{.name = "sample",
             .title = "Make a sample",
             .help = "Makes a sample's workspace, papers and backup in a folder and compares every "
                     "figure with the "
                     "expected tables.",
             .parameters = {required(parameter("name", "Sample")),
                            required(file(parameter("out", "Folder")))},
             .run = make_sample}};
}

}  // namespace zf::cli
