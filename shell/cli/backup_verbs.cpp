// Bringing a backup back: always into a new workspace, so that nothing can be lost by it.
#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/output.h"
#include "cli/parameter.h"
#include "cli/terminal_progress.h"
#include "host/restoring.h"
#include "zhangfang/platform/terminal.h"

namespace zf::cli {
namespace {

int restore_backup(Call& call) {
    TerminalProgress progress{call.console.shows_progress ? &call.console.errors : nullptr};
    const platform::InterruptWatch watch{[&] { progress.cancel(); }};
    const std::string to = text_of(call, "to");
    try {
        const auto restored = host::restore(
            call.modules, text_of(call, "file"), text_of(call, "passphrase"), to,
            [&](std::int64_t done, std::int64_t total) { progress.step(done, total); });
        if (!restored) return call.refuse(Status::refused, restored.error());
        Outcome outcome{.said = {"Restored into {0} and proven equal to the backup of {1}.",
                                 {to, restored->made_at}}};
        outcome.result.set("chain_sequence", Value{restored->chain_sequence});
        return write_outcome(outcome, {}, call.options.format, call.catalogue(), call.console);
    } catch (const Cancelled&) {
        return call.refuse({.status = Status::cancelled});
    }
}

}  // namespace

std::vector<BuiltIn> backup_verbs() {
    return {
        {.name = "backup.restore",
         .title = "Restore a backup",
         .help = "Makes a new workspace from a backup and proves it equal. Nothing that exists is "
                 "overwritten.",
         .parameters = {required(file(parameter("file", "Backup"))),
                        required(parameter("to", "New workspace")),
                        secret(parameter("passphrase", "Passphrase"))},
         .run = restore_backup}};
}

}  // namespace zf::cli
