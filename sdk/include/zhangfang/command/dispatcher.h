#pragma once

#include "zhangfang/command/command.h"
#include "zhangfang/command/environment.h"
#include "zhangfang/command/watch.h"
#include "zhangfang/store/workspace.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zf {

using CommandTable = std::map<std::string, CommandEntry>;

// What a delivering command made before it becomes visible.
struct Delivered {
    std::string what;          // entity or report name
    std::vector<std::int64_t> ids;  // documents whose print count rises
    std::int64_t pages = 0;
};

// The one choke point. Every change runs: decode → permit → BEGIN → (repeated?) → handler → trail → COMMIT → tell.
// One dispatcher owns the writing connection of a workspace and two reading ones; run() may be called from the thread
// that owns it only (see Workers).
class ZF_EXPORT Dispatcher {
public:
    Dispatcher(Workspace& workspace, const CommandTable& commands, const BookKinds& kinds,
               const std::vector<Watch>& watches, Environment environment);
    ~Dispatcher();

    // Runs a command of any effect but `delivers`. Exceptions end here: they become an Outcome.
    Outcome run(const CommandRequest& request, const Session* session, Progress& progress = Progress::none());

    // Permission checked, one snapshot, then `work`: for reports, which answer with a Document and not with a Record.
    Outcome read(const CommandRequest& request, const Session& session, Progress& progress,
                 const std::function<std::optional<Problem>(const Record&, ReadContext&)>& work);

    // Permission checked, one snapshot; `work` writes `part_path`; then the trail entry with the file's SHA-256 is committed
    // and the file gets its final name. An existing file is refused unless the request says overwrite.
    Outcome deliver(const CommandRequest& request, const Session& session, Progress& progress, const std::string& final_path,
                    const std::function<Result<Delivered>(const Record&, ReadContext&, const std::string& part_path)>& work);

    const CommandTable& commands() const { return commands_; }
    const CommandEntry* find(std::string_view name) const;
    const std::vector<Watch>& watches() const { return watches_; }
    Workspace& workspace() { return workspace_; }

    // From another thread: ends the statement that runs now, on the writer or the readers.
    void interrupt() noexcept;

private:
    struct Connections;
    Workspace& workspace_;
    const CommandTable& commands_;
    const BookKinds& kinds_;
    const std::vector<Watch>& watches_;
    Environment environment_;
    std::unique_ptr<Connections> connections_;
};

}  // namespace zf
