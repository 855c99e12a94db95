#pragma once

#include <functional>
#include <string>

#include "host/modules.h"
#include "zhangfang/command/dispatcher.h"

namespace zf::host {

// Builds the document of a declared report inside one snapshot and shows it to `use`, which must
// not keep it: its cursors live as long as the snapshot.
Outcome
with_document(const Modules& modules, Dispatcher& dispatcher, const CommandRequest& request,
              const Session& session, Progress& progress,
              const std::function<std::optional<Problem>(const Document&, ReadContext&)>& use);

// Builds the document and delivers it as a file; the format follows from the name (.pdf .xlsx .csv
// .txt).
Outcome deliver_report(const Modules& modules, Dispatcher& dispatcher,
                       const CommandRequest& request, const Session& session, Progress& progress,
                       const std::string& file);

}  // namespace zf::host
