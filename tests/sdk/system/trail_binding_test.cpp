// Rows that set commands wrote, and single commands changed later, against the trail.
#include "sdk/command/notes.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/model/message_value.h"
#include "zhangfang/system/system.h"

using namespace zf;

namespace {

struct KeepNotes {
    std::string keys;  // "3-5,9"
    std::string text;
};

ContentHash hash_of(const std::string& text) {
    return crypto::sha256(text);
}

std::vector<std::int64_t> keys_of(const std::string& runs) {
    std::vector<std::int64_t> keys;
    for (const std::string& run : split(runs, ',')) {
        const auto ends = split(run, '-');
        for (std::int64_t key = std::stoll(ends.front()); key <= std::stoll(ends.back()); ++key)
            keys.push_back(key);
    }
    return keys;
}

// notes.fill writes many rows at once; notes.seal moves many to the state "sealed".
Command<KeepNotes> set_command(const std::string& name, const std::string& state) {
    return {
        .name = name,
        .title = "Notes",
        .permission = "note.keep",
        .parameters = {field("keys", &KeepNotes::keys, "Keys"),
                       field("text", &KeepNotes::text, "Text")},
        .run = [name, state](const KeepNotes& request, CommandContext& context) -> Result<Changes> {
            Connection& connection = context.transaction().connection();
            ChunkDigest digest{"note"};
            for (const std::int64_t key : keys_of(request.keys)) {
                if (name == "note.fill")
                    connection.run("INSERT INTO note (id, page, text) VALUES (?, ?, ?)",
                                   {key, state, request.text + std::to_string(key)});
                else
                    connection.run("UPDATE note SET page = ? WHERE id = ?", {state, key});
                const auto text = text_of(context.transaction(),
                                          "SELECT text FROM note WHERE id = ?", {key});
                digest.add(key, hash_of(*text), state);
            }
            return Changes{.chunks = digest.finish()};
        }};
}

// note.change writes one row anew; without a text it goes.
Command<KeepNotes> change_note() {
    return {.name = "note.change",
            .title = "Note",
            .permission = "note.keep",
            .parameters = {field("keys", &KeepNotes::keys, "Keys"),
                           field("text", &KeepNotes::text, "Text")},
            .run = [](const KeepNotes& request, CommandContext& context) -> Result<Changes> {
                Connection& connection = context.transaction().connection();
                const std::int64_t key = std::stoll(request.keys);
                const auto before = text_of(context.transaction(),
                                            "SELECT text FROM note WHERE id = ?", {key});
                if (request.text.empty())
                    connection.run("DELETE FROM note WHERE id = ?", {key});
                else
                    connection.run("UPDATE note SET text = ?, page = 'open' WHERE id = ?",
                                   {request.text, key});
                BoundRow row{.table = "note", .key = key, .before = crypto::hex(hash_of(*before))};
                if (!request.text.empty()) {
                    row.after = crypto::hex(hash_of(request.text));
                    row.state = "open";
                }
                return Changes{.rows = {std::move(row)}};
            }};
}

class BindingBench {
public:
    explicit BindingBench(StoreKind store)
        : registry_{declared()},
          bench_{store, registry_.commands(), {test::note_tables()}},
          keeper_{bench_.operator_with("keeper",
                                       {{.permission = "note.keep"}, {.permission = "zf.trail"}})} {
    }

    void run(const std::string& command, const Record& parameters) {
        const Outcome outcome = bench_.run(command, parameters, keeper_);
        REQUIRE(outcome.is_done());
    }
    void by_hand(std::string_view sql) {
        Transaction transaction{bench_.fresh().writer()};
        bench_.fresh().writer().run(sql);
        transaction.commit();
    }
    // What verifying finds about notes.
    std::vector<Message> findings() {
        const Outcome outcome = bench_.run("workspace.verify", {}, keeper_);
        REQUIRE(outcome.is_done());
        std::vector<Message> found;
        for (const Value& each : outcome.result.get("rows").as<List>()) {
            const Message message = *message_in(each.as<Record>().get("finding"));
            for (const Argument& argument : message.arguments)
                if (argument == Argument{std::string{"note"}}) found.push_back(message);
        }
        return found;
    }

private:
    static const Registry& declared() {
        struct Declared : Registry {
            Declared() {
                describe_system(*this);
                add(Permission{.name = "note.keep", .title = "Keep notes"});
                add(set_command("note.fill", "open"));
                add(set_command("note.seal", "sealed"));
                add(change_note());
                add(BoundTable{
                    .table = "note", .rows = [](Reader reader, const BoundTable::Visit& visit) {
                        reader.connection().run(
                            "SELECT id, text, page FROM note ORDER BY id", {}, [&](const Row& row) {
                                visit(row.integer(0),
                                      crypto::hex(hash_of(std::string{row.text(1)})),
                                      std::string{row.text(2)});
                            });
                    }});
            }
        };
        static const Declared registry;
        return registry;
    }

    const Registry& registry_;
    test::CommandBench bench_;
    Session keeper_;
};

}  // namespace

TEST_CASE("rows of a set command are proven although some were changed and removed later",
          "[system][binding]") {
    const test::EachStore store;
    BindingBench bench{store};

    bench.run("note.fill", {{"keys", "1-6"}, {"text", "a"}});
    bench.run("note.fill", {{"keys", "8,10-12"}, {"text", "b"}});
    bench.run("note.change", {{"keys", "3"}, {"text", "changed"}});
    bench.run("note.change", {{"keys", "5"}, {"text", ""}});
    bench.run("note.seal", {{"keys", "1-2,4,8,11"}});
    bench.run("note.change", {{"keys", "4"}, {"text", "opened again"}});

    CHECK(bench.findings().empty());
}

TEST_CASE("a row of a set command that was changed by hand is found", "[system][binding]") {
    const test::EachStore store;
    BindingBench bench{store};
    bench.run("note.fill", {{"keys", "1-6"}, {"text", "a"}});
    bench.run("note.change", {{"keys", "3"}, {"text", "changed"}});
    bench.run("note.seal", {{"keys", "1-2,6"}});
    std::size_t expected = 1;

    SECTION("sealed by one command, filled by another: both chunks differ") {
        bench.by_hand("UPDATE note SET text = 'x' WHERE id = 1");
        expected = 2;
    }
    SECTION("its state only: the newest word about it differs") {
        bench.by_hand("UPDATE note SET page = 'open' WHERE id = 6");
    }
    SECTION("never touched again") {
        bench.by_hand("UPDATE note SET text = 'x' WHERE id = 5");
    }
    SECTION("changed by a command of its own") {
        bench.by_hand("UPDATE note SET text = 'x' WHERE id = 3");
    }
    SECTION("removed: both chunks miss it") {
        bench.by_hand("DELETE FROM note WHERE id = 2");
        expected = 2;
    }
    SECTION("added") {
        bench.by_hand("INSERT INTO note (id, page, text) VALUES (7, 'open', 'a7')");
    }
    CHECK(bench.findings().size() == expected);
}
