#include "cli/output.h"

#include <filesystem>
#include <fstream>

#include "cli/answer_document.h"
#include "cli/document_json.h"
#include "zhangfang/command/json.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang_reports/render.h"
#include "zhangfang_reports/text.h"

namespace zf::cli {
namespace {

// The renderers of files make whole files; one is made in passing.
void write_csv(const Document& document, const Catalogue& catalogue, std::ostream& out,
               const std::function<void(std::int64_t)>& step) {
    const std::filesystem::path folder = platform::create_temporary_folder("zhangfang-");
    const std::filesystem::path file = folder / "answer.csv";
    const reports::RenderOptions options{.csv_has_mark = false};
    const auto rendered = reports::render(document, reports::Format::csv, file.string(), catalogue,
                                          step, options);
    if (rendered) out << std::ifstream{file, std::ios::binary}.rdbuf();
    std::filesystem::remove_all(folder);
}

std::string hint_for(const Problem& problem, const Catalogue& catalogue) {
    if (problem.level == Level::alert)
        return catalogue.text(
            Message{"To go on all the same, add: --acknowledge {0}", {problem.code}});
    if (!problem.lifted_by.empty())
        return catalogue.text(Message{"Who has the right {0} may go on with a reason: --reason",
                                      {problem.lifted_by}});
    return {};
}

// "--entry 2: …": where the finding belongs, when it is one of the line's own options.
std::string place_of(const Problem& problem) {
    if (problem.place.field.empty()) return {};
    std::string place = problem.place.field;
    if (problem.place.line != 0) place += " " + std::to_string(problem.place.line);
    return place + ": ";
}

void tell(const Problem& problem, const Catalogue& catalogue, std::ostream& errors) {
    errors << place_of(problem) << catalogue.text(problem.text) << " [" << problem.code << "]\n";
    if (const std::string hint = hint_for(problem, catalogue); !hint.empty())
        errors << "  " << hint << '\n';
}

}  // namespace

int write_outcome(const Outcome& outcome, const std::vector<FieldInfo>& answer, OutputFormat format,
                  const Catalogue& catalogue, Console& console) {
    if (format == OutputFormat::json) {
        console.out << to_json(outcome, catalogue) << '\n' << std::flush;
        return exit_code(outcome.status);
    }
    for (const Problem& problem : outcome.problems) tell(problem, catalogue, console.errors);
    if (outcome.is_done()) {
        if (!outcome.said.id.empty()) console.out << catalogue.text(outcome.said) << '\n';
        write_document(document_of(outcome.result, answer, catalogue), format, catalogue,
                       console.out, {});
    }
    console.out << std::flush;
    return exit_code(outcome.status);
}

int write_refusal(Status status, Problems problems, OutputFormat format, const Catalogue& catalogue,
                  Console& console) {
    return write_outcome({.status = status, .problems = std::move(problems)}, {}, format, catalogue,
                         console);
}

void write_document(const Document& document, OutputFormat format, const Catalogue& catalogue,
                    std::ostream& out, const std::function<void(std::int64_t)>& step) {
    switch (format) {
        case OutputFormat::table: reports::write_text(document, catalogue, out, step); return;
        case OutputFormat::json: write_json(document, catalogue, out, step); return;
        case OutputFormat::csv:
            if (!document.blocks.empty()) write_csv(document, catalogue, out, step);
            return;
    }
}

}  // namespace zf::cli
