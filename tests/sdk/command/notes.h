#pragma once

#include <functional>

#include "support/command_bench.h"
#include "zhangfang/plugin/registry.h"

namespace zf::test {

// A trade as small as can be: notes on pages, for the tests of the dispatcher.
struct AddNote {
    std::string page = "1";
    std::string text;
    std::string pin;
    Money amount;
};

MigrationSet note_tables();

// note.add, with `then` run after the note was stored; the right note.write is asked at
// "page:<page>".
Command<AddNote> add_note(std::function<Result<Changes>(CommandContext&, Changes)> then = {});
// note.count answers {"count", n}.
Query<AddNote> count_notes();

CommandTable table_of(std::vector<CommandEntry> entries);

}  // namespace zf::test
