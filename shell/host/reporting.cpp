#include "host/reporting.h"

#include "zhangfang_reports/render.h"

namespace zf::host {
namespace {

Problem unknown_report(const std::string& name) {
    return {.code = "report.unknown",
            .text = {"There is no report \"{0}\". Nothing was made. The list of reports shows what "
                     "there is.",
                     {name}}};
}

}  // namespace

Outcome
with_document(const Modules& modules, Dispatcher& dispatcher, const CommandRequest& request,
              const Session& session, Progress& progress,
              const std::function<std::optional<Problem>(const Document&, ReadContext&)>& use) {
    const auto report = modules.registry().reports().find(request.command);
    if (report == modules.registry().reports().end())
        return {.status = Status::bad_usage, .problems = {unknown_report(request.command)}};
    return dispatcher.read(
        request, session, progress,
        [&](const Record& parameters, ReadContext& context) -> std::optional<Problem> {
            const auto document = report->second.build(parameters, context);
            if (!document) return document.error();
            return use(*document, context);
        });
}

Outcome deliver_report(const Modules& modules, Dispatcher& dispatcher,
                       const CommandRequest& request, const Session& session, Progress& progress,
                       const std::string& file) {
    const auto report = modules.registry().reports().find(request.command);
    if (report == modules.registry().reports().end())
        return {.status = Status::bad_usage, .problems = {unknown_report(request.command)}};
    const auto format = reports::format_of(file);
    if (!format)
        return {.status = Status::bad_usage,
                .problems = {{.code = "report.format",
                              .text = {"{0} names no known kind of file. Nothing was made. End the "
                                       "name with .pdf, .xlsx, .csv or .txt.",
                                       {file}}}}};
    return dispatcher.deliver(request, session, progress, file,
                              [&](const Record& parameters, ReadContext& context,
                                  const std::string& part) -> Result<Delivered> {
                                  const auto document = report->second.build(parameters, context);
                                  if (!document) return document.error();
                                  const auto written = reports::render(
                                      *document, *format, part, modules.catalogue(),
                                      [&](std::int64_t done) { progress.step(done, 0); });
                                  if (!written) return written.error();
                                  const bool is_print = !document->prints_of.empty();
                                  return Delivered{.what = is_print ? document->prints_of
                                                                    : request.command,
                                                   .ids = document->printed,
                                                   .pages = written->pages};
                              });
}

}  // namespace zf::host
