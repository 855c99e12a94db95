#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "zhangfang/command/command.h"
#include "zhangfang/command/environment.h"
#include "zhangfang/command/watch.h"
#include "zhangfang/store/workspace.h"

namespace zf {

using CommandTable = std::map<std::string, CommandEntry>;

// What a delivering command made before it becomes visible, or what goes to a printer.
struct Delivered {
    std::string what;               // entity or report name
    std::vector<std::int64_t> ids;  // documents whose print count rises
    std::int64_t pages = 0;
};

// The one choke point. Every change runs: decode → permit → BEGIN → (repeated?) → handler → trail →
// COMMIT → tell. One dispatcher owns the writing connection of a workspace and its reading ones.
// Any thread may call it: writing commands run one after another, reading ones beside them, each
// with a connection of its own (see Workers).
class ZF_EXPORT Dispatcher {
public:
    Dispatcher(Workspace& workspace, const CommandTable& commands, const BookKinds& kinds,
               const std::vector<Watch>& watches, Environment environment);
    ~Dispatcher();

    // Runs a command of any effect but `delivers`. Exceptions end here: they become an Outcome.
    Outcome run(const CommandRequest& request, const Session* session,
                Progress& progress = Progress::none());

    // Permission checked, one snapshot, then `work`: for reports, which answer with a Document and
    // not with a Record.
    Outcome read(const CommandRequest& request, const Session& session, Progress& progress,
                 const std::function<std::optional<Problem>(const Record&, ReadContext&)>& work);

    // Permission checked, one snapshot; `work` writes `part_path`; then the trail entry with the
    // file's SHA-256 is committed and the file gets its final name. An existing file is refused
    // unless the request says overwrite.
    Outcome deliver(const CommandRequest& request, const Session& session, Progress& progress,
                    const std::string& final_path,
                    const std::function<Result<Delivered>(const Record&, ReadContext&,
                                                          const std::string& part_path)>& work);

    // Permission checked; then the trail entry of pages that a printer gets next is committed, and
    // their documents are counted as printed. Called before the paper moves.
    Outcome print(const CommandRequest& request, const Session& session, Progress& progress,
                  const Delivered& paper);

    // Finishes or removes files that a process which died had begun to deliver, and enters refusals
    // that could not be entered on read-only media. Runs before the first write by itself.
    void recover();

    const CommandTable& commands() const { return commands_; }
    const CommandEntry* find(std::string_view name) const;
    const std::vector<Watch>& watches() const { return watches_; }
    Workspace& workspace() { return workspace_; }

    // From another thread: ends the statement that the command with this progress runs now; never a
    // COMMIT.
    void interrupt(const Progress& progress) noexcept;

private:
    struct Engine;
    Workspace& workspace_;
    const CommandTable& commands_;
    const std::vector<Watch>& watches_;
    std::unique_ptr<Engine> engine_;
};

}  // namespace zf
