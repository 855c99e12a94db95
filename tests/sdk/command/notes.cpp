#include "sdk/command/notes.h"

namespace zf::test {

static Result<std::string> page_of(const Record& parameters, Reader) {
    const std::string page = parameters.get("page").as<std::string>();
    if (page == "0")
        return Problem{.code = "note.no_page", .text = {"There is no page {0}.", {page}}};
    return "page:" + page;
}

MigrationSet note_tables() {
    return {"note",
            {{"0001_notes", "CREATE TABLE note (id ID_KEY, page TEXT NOT NULL, text TEXT NOT NULL, "
                            "UNIQUE (page, text));"}}};
}

Command<AddNote> add_note(std::function<Result<Changes>(CommandContext&, Changes)> then) {
    return {
        .name = "note.add",
        .title = "Add note",
        .permission = "note.write",
        .may_ask = {"note.overrule"},
        .place_of = page_of,
        .parameters = {field("page", &AddNote::page, "Page").defaults_to("1"),
                       field("text", &AddNote::text, "Text").required().length(1, 20),
                       field("pin", &AddNote::pin, "Pin").secret(),
                       field("amount", &AddNote::amount, "Amount")},
        .answer = {answer_field("id", "Number", ValueType::integer),
                   answer_field("amount", "Amount", ValueType::money)},
        .run = [then](const AddNote& request, CommandContext& context) -> Result<Changes> {
            const std::int64_t id = insert_returning_id(
                context.transaction(), "INSERT INTO note (page, text) VALUES (?, ?)",
                {request.page, request.text});
            Changes changes;
            changes.changed = {{"note", {id}}};
            changes.rows = {{.table = "note", .key = id, .after = "ab12", .state = "new"}};
            changes.said = {"Note {0} was added.", {id}};
            changes.result = Record{{"id", id}, {"amount", request.amount}};
            return then ? then(context, std::move(changes)) : Result<Changes>{std::move(changes)};
        },
    };
}

Query<AddNote> count_notes() {
    return {
        .name = "note.count",
        .title = "Count notes",
        .permission = "note.read",
        .parameters = {field("page", &AddNote::page, "Page")},
        .answer = {answer_field("count", "Count", ValueType::integer)},
        .run = [](const AddNote& request, ReadContext& context) -> Result<Record> {
            if (request.page == "0")
                return Problem{.code = "note.no_page",
                               .text = {"There is no page {0}.", {request.page}}};
            return Record{{"count", *integer_of(context.snapshot(), "SELECT COUNT(*) FROM note")}};
        },
    };
}

CommandTable table_of(std::vector<CommandEntry> entries) {
    CommandTable table;
    for (CommandEntry& each : entries) {
        const std::string name = each.info.name;
        table.emplace(name, std::move(each));
    }
    return table;
}

}  // namespace zf::test
