#include "zhangfang/command/store_problem.h"

namespace zf {
namespace {

struct Sentence {
    StoreFault fault;
    const char* code;
    const char* text;  // {0} is the workspace, {1} what the store said
};

// What happened · what was kept · what to do (reliability: errors to sentences).
constexpr Sentence sentences[] = {
    {StoreFault::busy, "store.busy",
     "Another seat is saving and did not finish in time. Nothing was changed. Try again in a "
     "moment."},
    {StoreFault::retry, "store.retry",
     "Other seats kept changing the same rows. Nothing was changed. Try again in a moment."},
    {StoreFault::unique, "store.unique",
     "Another seat entered the same thing at this moment. Nothing was changed. Look at the list "
     "and try again."},
    {StoreFault::foreign_key, "store.foreign_key",
     "What this refers to is gone, or is still used elsewhere. Nothing was changed. Look at the "
     "list and try again."},
    {StoreFault::not_null, "store.not_null",
     "A value that must be there is missing ({1}). Nothing was changed. Report this to whoever "
     "maintains the program."},
    {StoreFault::check, "store.check",
     "The store refused a value ({1}). Nothing was changed. Report this to whoever maintains the "
     "program."},
    {StoreFault::immutable, "store.immutable",
     "What is posted or entered in the trail is never changed. Nothing was changed. Correct it by "
     "a reversal."},
    {StoreFault::full, "store.full",
     "The disk that holds {0} is full. Nothing was saved; what you typed is kept. Free at least 20 "
     "MB, then try again."},
    {StoreFault::input_output, "store.input_output",
     "Reading or writing the disk failed ({1}). The connection was closed to keep {0} whole. Open "
     "the workspace "
     "again; if it happens again, have the disk checked."},
    {StoreFault::corrupt, "store.corrupt",
     "The workspace {0} is damaged ({1}). The file was left as it is. Restore the newest verified "
     "backup."},
    {StoreFault::read_only, "store.read_only",
     "The workspace {0} can only be read here. Nothing was changed. To keep books, copy it to a "
     "disk of this computer."},
    {StoreFault::not_a_workspace, "store.not_a_workspace",
     "{0} is not a workspace of this program. The file was left as it is. Choose another file."},
    {StoreFault::newer, "store.newer",
     "The workspace {0} was made by a newer version of this program ({1}). It was left as it is. "
     "Update the program first."},
    {StoreFault::older, "store.older",
     "The workspace {0} was made by an older version of this program. It was left as it is. Open "
     "it in the window, or "
     "let it be migrated, which makes a backup first."},
    {StoreFault::exists, "store.exists",
     "{0} exists already. It was left as it is. Choose another name."},
    {StoreFault::cannot_open, "store.cannot_open",
     "The workspace {0} cannot be opened ({1}). Check that it exists and that you may read it."},
    {StoreFault::remote_file_system, "store.remote_file_system",
     "The workspace {0} lies on a network share, where locks cannot be trusted. It was left as it "
     "is. Copy it to this "
     "computer, or move it to PostgreSQL."},
    {StoreFault::lost_connection, "store.lost_connection",
     "The connection to the server was lost. The command was not saved; it can safely be "
     "repeated."},
    {StoreFault::permission, "store.permission",
     "The store does not let this seat do that ({1}). Nothing was changed. Ask whoever keeps the "
     "server or the file."},
    {StoreFault::other, "store.other",
     "The store answered with an error ({1}). Nothing was changed. Try again; if it happens again, "
     "run the data check."},
};

}  // namespace

Problem problem_of(const StoreError& error, const std::string& place) {
    for (const Sentence& each : sentences)
        if (each.fault == error.fault())
            return {.code = each.code,
                    .level = Level::fatal,
                    .text = {each.text, {place, std::string{error.what()}}}};
    return {.code = "command.cancelled",
            .level = Level::fatal,
            .text = {"Cancelled. Nothing was changed."}};  // interrupted
}

Status status_of(StoreFault fault) {
    switch (fault) {
        case StoreFault::unique:
        case StoreFault::foreign_key:
        case StoreFault::check:
        case StoreFault::immutable: return Status::refused;
        case StoreFault::interrupted: return Status::cancelled;
        default: return Status::environment;
    }
}

}  // namespace zf
