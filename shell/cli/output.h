#pragma once

#include <cstdint>
#include <functional>

#include "cli/command_line.h"
#include "cli/console.h"
#include "zhangfang/command/request.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"

namespace zf::cli {

// Tells how a command ended, and its answer by the declaration `answer`: sentences and tables for
// people, one line of JSON for programs. Answers the exit code. What was not done is told at the
// errors stream, but as JSON at the output like everything else.
int write_outcome(const Outcome& outcome, const std::vector<FieldInfo>& answer, OutputFormat format,
                  const Catalogue& catalogue, Console& console);

// The same for what ended before a command began.
int write_refusal(Status status, Problems problems, OutputFormat format, const Catalogue& catalogue,
                  Console& console);

// A report at the output, row by row. `step` may throw to stop.
void write_document(const Document& document, OutputFormat format, const Catalogue& catalogue,
                    std::ostream& out, const std::function<void(std::int64_t)>& step);

}  // namespace zf::cli
