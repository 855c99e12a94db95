#include "zhangfang/command/dispatcher.h"

#include <new>

#include "sdk/command/notes.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"

using namespace zf;
using test::add_note;
using test::CommandBench;
using test::count_notes;
using test::note_tables;
using test::table_of;

namespace {

const std::vector<Grant> may_write{{.permission = "note.write"}};

std::string code_of(const Outcome& outcome) {
    return outcome.problems.empty() ? "" : outcome.problems.front().code;
}

}  // namespace

TEST_CASE("a command that is done leaves its change and one entry", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run(
        "note.add", {{"text", "rice"}, {"amount", "86.40"}, {"pin", "tell nobody"}}, clerk);

    CHECK(outcome.status == Status::done);
    CHECK(outcome.sequence == 1);
    CHECK(outcome.said == Message{"Note {0} was added.", {std::int64_t{1}}});
    CHECK(outcome.result.get("amount") == Value{Money::fen(8640)});
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 1);
    CHECK(bench.trail_length() == 1);
    const Record payload = bench.last_payload();
    CHECK(payload.get("command") == Value{"note.add"});
    CHECK(payload.get("outcome") == Value{"done"});
    CHECK(payload.get("at") == Value{"2008-01-31T08:00:00Z"});
    CHECK(payload.get("station") == Value{"window 2"});
    CHECK(payload.get("session") == Value{clerk.id()});
    CHECK(payload.get("operator").as<Record>().get("name") == Value{"clerk"});
    const Record& parameters = payload.get("parameters").as<Record>();
    CHECK(parameters.get("amount") == Value{8640});  // minor units: the trail knows whole numbers
                                                     // only
    CHECK(parameters.get("page") == Value{"1"});     // the default that the command used
    CHECK(parameters.get("pin") == Value{"***"});
    const List& bound = payload.get("rows").as<Record>().get("bound").as<List>();
    REQUIRE(bound.size() == 1);
    CHECK(bound[0].as<Record>().get("after") == Value{"ab12"});
}

TEST_CASE("a refused command leaves nothing but its entry", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of(
        {entry_of(add_note([](CommandContext&, Changes) -> Result<Changes> {
            return Problem{.code = "note.too_late",
                           .text = {"The page is full since {0}.", {Date{2008, 1, 2}}}};
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run("note.add", {{"text", "rice"}}, clerk);

    CHECK(outcome.status == Status::refused);
    CHECK(code_of(outcome) == "note.too_late");
    CHECK(outcome.sequence == 1);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 0);
    const Record payload = bench.last_payload();
    CHECK(payload.get("outcome") == Value{"refused"});
    const Record&
        found = payload.get("rows").as<Record>().get("problems").as<List>().at(0).as<Record>();
    CHECK(found.get("code") == Value{"note.too_late"});
}

TEST_CASE("a command runs only for who has its right at its place", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk",
                                              {{.permission = "note.write", .place = "page:1"}});

    CHECK(bench.run("note.add", {{"text", "rice"}, {"page", "1"}}, clerk).status == Status::done);
    const Outcome denied = bench.run("note.add", {{"text", "rice"}, {"page", "2"}}, clerk);

    CHECK(denied.status == Status::not_permitted);
    CHECK(code_of(denied) == "permission.denied");
    CHECK(denied.sequence == 2);
    CHECK(bench.last_payload().get("outcome") == Value{"denied"});
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 1);
    CHECK(code_of(bench.run("note.add", {{"text", "rice"}, {"page", "0"}}, clerk)) ==
          "note.no_page");
}

TEST_CASE("rights given or taken since signing in count at once", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    bench.set_grants(clerk, {});
    CHECK(bench.run("note.add", {{"text", "rice"}}, clerk).status == Status::not_permitted);
    bench.set_grants(clerk, may_write);
    CHECK(bench.run("note.add", {{"text", "rice"}}, clerk).status == Status::done);

    Operator away = clerk.who();
    away.is_enabled = false;
    Transaction transaction{bench.fresh().writer()};
    away.version = OperatorStore{transaction}.get(away.id)->version;
    REQUIRE(OperatorStore{transaction}.save(transaction, away, {.now = "2008-01-31T09:00:00Z"}));
    transaction.commit();
    const Outcome ended = bench.run("note.add", {{"text", "flour"}}, clerk);
    CHECK(ended.status == Status::not_permitted);
    CHECK(code_of(ended) == "session.ended");
}

TEST_CASE("a session that was closed elsewhere runs nothing more", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    Transaction transaction{bench.fresh().writer()};
    OperatorStore{transaction}.close_session(transaction, "token of clerk", "2008-01-31T09:00:00Z");
    transaction.commit();

    const Outcome outcome = bench.run("note.add", {{"text", "rice"}}, clerk);

    CHECK(outcome.status == Status::not_permitted);
    CHECK(code_of(outcome) == "session.closed");
}

TEST_CASE("nobody runs a command without signing in, unless the command says so", "[dispatcher]") {
    const test::EachStore store;
    Command<test::AddNote> open = add_note();
    open.name = "note.leave";
    open.needs = Needs::workspace;
    open.permission = "";
    const CommandTable commands = table_of({entry_of(add_note()), entry_of(open)});
    CommandBench bench{store, commands, {note_tables()}};

    const Outcome nobody = bench.dispatcher().run(
        {.command = "note.add", .parameters = {{"text", "rice"}}}, nullptr);
    const Outcome anybody = bench.dispatcher().run(
        {.command = "note.leave", .parameters = {{"text", "rice"}}}, nullptr);

    CHECK(nobody.status == Status::not_permitted);
    CHECK(code_of(nobody) == "session.none");
    CHECK(anybody.status == Status::done);
}

TEST_CASE("a request that arrives twice is done once and answered alike", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    const CommandRequest request{.command = "note.add",
                                 .parameters = {{"text", "rice"}, {"amount", "86.40"}},
                                 .request_id = "00112233445566778899aabbccddeeff"};

    const Outcome first = bench.run(request, clerk);
    const Outcome second = bench.run(request, clerk);

    CHECK(!first.repeated);
    CHECK(second.repeated);
    CHECK(second.status == Status::done);
    CHECK(second.said == first.said);
    CHECK(second.result == first.result);  // 86.40 is money again, no text
    CHECK(second.changed.at(0).ids == first.changed.at(0).ids);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 1);
    CHECK(bench.trail_length() == 1);
}

TEST_CASE("a refused request may be sent again under its id", "[dispatcher]") {
    const test::EachStore store;
    bool is_full = true;
    const CommandTable commands = table_of(
        {entry_of(add_note([&](CommandContext&, Changes changes) -> Result<Changes> {
            if (is_full) return Problem{.code = "note.too_late", .text = {"The page is full."}};
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    const CommandRequest request{.command = "note.add",
                                 .parameters = {{"text", "rice"}},
                                 .request_id = "00112233445566778899aabbccddeeff"};

    CHECK(bench.run(request, clerk).status == Status::refused);
    is_full = false;
    const Outcome outcome = bench.run(request, clerk);

    CHECK(outcome.status == Status::done);
    CHECK(!outcome.repeated);
}

TEST_CASE("a dry run does everything and keeps nothing", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run(
        {.command = "note.add", .parameters = {{"text", "rice"}}, .dry_run = true}, clerk);

    CHECK(outcome.status == Status::done);
    CHECK(outcome.result.get("id") == Value{1});
    CHECK(outcome.sequence == 0);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 0);
    CHECK(bench.trail_length() == 0);
}

TEST_CASE("a failed try is counted although the command is refused, in a dry run too",
          "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of(
        {entry_of(add_note([](CommandContext&, Changes changes) -> Result<Changes> {
            changes.refusal = Problem{.code = "note.wrong_pin", .text = {"Wrong pin."}};
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    const bool dry_run = GENERATE(false, true);

    const Outcome outcome = bench.run(
        {.command = "note.add", .parameters = {{"text", "rice"}}, .dry_run = dry_run}, clerk);

    CHECK(outcome.status == Status::not_permitted);
    CHECK(code_of(outcome) == "note.wrong_pin");
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 1);
    CHECK(bench.last_payload().get("outcome") == Value{"denied"});
}

TEST_CASE("an alert passes when it was acknowledged, and all findings come at once",
          "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of(
        {entry_of(add_note([](CommandContext& context, Changes changes) -> Result<Changes> {
            const Problems found{
                {.code = "note.odd", .level = Level::notice, .text = {"The number is odd."}},
                {.code = "note.short", .level = Level::alert, .text = {"The note is short."}},
                {.code = "note.late", .level = Level::alert, .text = {"The note is late."}}};
            if (auto refusal = context.settle(found, changes)) return *refusal;
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    CommandRequest request{.command = "note.add", .parameters = {{"text", "rice"}}};

    const Outcome both = bench.run(request, clerk);
    request.acknowledged = {"note.short"};
    const Outcome one = bench.run(request, clerk);
    request.acknowledged = {"note.short", "note.late"};
    const Outcome none = bench.run(request, clerk);

    CHECK(both.status == Status::refused);
    REQUIRE(both.problems.size() == 2);
    CHECK(both.problems[0].code == "note.short");
    CHECK(both.problems[1].code == "note.late");
    REQUIRE(one.problems.size() == 1);
    CHECK(one.problems[0].code == "note.late");
    CHECK(none.status == Status::done);
    REQUIRE(none.problems.size() == 1);
    CHECK(none.problems[0].code == "note.odd");
    CHECK(bench.last_payload().get("rows").as<Record>().get("acknowledged") ==
          Value{List{"note.short", "note.late"}});
}

TEST_CASE("an error is lifted by its right together with a reason", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of(
        {entry_of(add_note([](CommandContext& context, Changes changes) -> Result<Changes> {
            const Problems found{{.code = "note.backdated",
                                  .text = {"The note is backdated."},
                                  .lifted_by = "note.overrule"}};
            if (auto refusal = context.settle(found, changes)) return *refusal;
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    const Session chief = bench.operator_with(
        "chief", {{.permission = "note.write"}, {.permission = "note.overrule"}});
    CommandRequest request{.command = "note.add", .parameters = {{"text", "rice"}}};

    CHECK(bench.run(request, chief).status == Status::refused);
    request.reason = "The delivery note came late";
    CHECK(bench.run(request, clerk).status == Status::refused);
    CHECK(bench.run(request, chief).status == Status::done);

    const Record payload = bench.last_payload();
    CHECK(payload.get("reason") == Value{"The delivery note came late"});
    const Record&
        lifted = payload.get("rows").as<Record>().get("lifted").as<List>().at(0).as<Record>();
    CHECK(lifted.get("code") == Value{"note.backdated"});
    CHECK(lifted.get("permission") == Value{"note.overrule"});
}

TEST_CASE("a further right is asked by its handler", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of(
        {entry_of(add_note([](CommandContext& context, Changes changes) -> Result<Changes> {
            if (auto refusal = context.require("note.overrule", context.place())) return *refusal;
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run("note.add", {{"text", "rice"}}, clerk);

    CHECK(outcome.status == Status::not_permitted);
    CHECK(bench.last_payload().get("outcome") == Value{"denied"});
}

TEST_CASE("what comes in wrong is bad usage, with all its faults", "[dispatcher]") {
    const test::EachStore store;
    Command<test::AddNote> strict = add_note();
    strict.asks_reason = true;
    const CommandTable commands = table_of({entry_of(strict)});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    CHECK(code_of(bench.run("note.burn", {}, clerk)) == "command.unknown");
    const Outcome outcome = bench.run("note.add", {{"colour", "red"}, {"amount", "1.234"}}, clerk);
    const Outcome bad_id = bench.run({.command = "note.add",
                                      .parameters = {{"text", "rice"}},
                                      .request_id = "17",
                                      .reason = "so"},
                                     clerk);

    CHECK(outcome.status == Status::bad_usage);
    // The unknown name, three decimals, the missing text and the missing reason.
    CHECK(outcome.problems.size() == 4);
    CHECK(outcome.problems.back().code == "command.reason_missing");
    CHECK(code_of(bad_id) == "request.bad_id");
    CHECK(bench.trail_length() == 0);
}

TEST_CASE("whatever a handler throws ends as a sentence, and nothing is kept", "[dispatcher]") {
    const test::EachStore store;
    struct Case {
        const char* thrown;
        Status status;
        const char* code;
        const char* entered;
    };
    const auto expected = GENERATE(values<Case>({
        {"unique", Status::refused, "store.unique", "refused"},
        {"overflow", Status::refused, "amount.overflow", "refused"},
        {"exception", Status::environment, "program.unexpected", "failed"},
        {"number", Status::environment, "program.unexpected", "failed"},
        {"memory", Status::environment, "program.memory", "failed"},
        {"disk", Status::environment, "file.disk_full", "failed"},
        {"drive", Status::environment, "file.failed", "failed"},
        {"fault", Status::environment, "program.fault", "failed"},
        {"cancelled", Status::cancelled, "command.cancelled", ""},
    }));
    const std::string thrown = expected.thrown;
    const CommandTable commands = table_of(
        {entry_of(add_note([&](CommandContext& context, Changes) -> Result<Changes> {
            if (thrown == "unique")
                context.transaction().connection().run(
                    "INSERT INTO note (page, text) VALUES ('1', 'rice')");
            if (thrown == "overflow") throw Overflow{};
            if (thrown == "exception") throw std::runtime_error{"odd"};
            if (thrown == "number") throw 17;
            if (thrown == "memory") throw std::bad_alloc{};
            if (thrown == "disk")
                throw std::system_error{std::make_error_code(std::errc::no_space_on_device)};
            if (thrown == "drive")
                throw std::system_error{std::make_error_code(std::errc::io_error)};
            if (thrown == "cancelled") throw Cancelled{};
            throw ProgramFault{"a posted voucher is out of balance"};
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run("note.add", {{"text", "rice"}}, clerk);

    CHECK(outcome.status == expected.status);
    CHECK(code_of(outcome) == expected.code);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 0);
    CHECK(bench.text("SELECT outcome FROM zf_audit_entry") == expected.entered);
}

TEST_CASE("after a program fault no further command runs", "[dispatcher]") {
    const test::EachStore store;
    bool is_broken = true;
    const CommandTable commands = table_of(
        {entry_of(add_note([&](CommandContext&, Changes changes) -> Result<Changes> {
            ZF_ASSERT(!is_broken);
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    REQUIRE(code_of(bench.run("note.add", {{"text", "rice"}}, clerk)) == "program.fault");
    is_broken = false;

    const Outcome outcome = bench.run("note.add", {{"text", "flour"}}, clerk);

    CHECK(outcome.status == Status::environment);
    CHECK(code_of(outcome) == "program.must_restart");
    // A new start works.
    CHECK(bench.second_dispatcher()
              ->run({.command = "note.add", .parameters = {{"text", "flour"}}}, &clerk)
              .is_done());
}

TEST_CASE("a command that met another seat runs again, at most five times", "[dispatcher]") {
    const test::EachStore store;
    int meetings = 0;
    int runs = 0;
    const CommandTable commands = table_of(
        {entry_of(add_note([&](CommandContext&, Changes changes) -> Result<Changes> {
            if (++runs <= meetings) throw StoreError{StoreFault::retry, "serialization"};
            return changes;
        }))});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    SECTION("four meetings") {
        meetings = 4;
        CHECK(bench.run("note.add", {{"text", "rice"}}, clerk).is_done());
        CHECK(runs == 5);
        CHECK(bench.integer("SELECT COUNT(*) FROM note") == 1);
    }
    SECTION("five meetings") {
        meetings = 5;
        const Outcome outcome = bench.run("note.add", {{"text", "rice"}}, clerk);
        CHECK(outcome.status == Status::environment);
        CHECK(code_of(outcome) == "store.retry");
        CHECK(runs == 5);
        CHECK(bench.integer("SELECT COUNT(*) FROM note") == 0);
    }
}

TEST_CASE("a reading command answers from one snapshot and leaves no entry", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(add_note()), entry_of(count_notes())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with(
        "clerk", {{.permission = "note.write"}, {.permission = "note.read"}});
    REQUIRE(bench.run("note.add", {{"text", "rice"}}, clerk).is_done());

    const Outcome outcome = bench.run("note.count", {}, clerk);
    const Outcome refused = bench.run("note.count", {{"page", "0"}}, clerk);

    CHECK(outcome.result.get("count") == Value{1});
    CHECK(code_of(refused) == "note.no_page");
    CHECK(refused.status == Status::refused);
    CHECK(bench.trail_length() == 1);
}

TEST_CASE("reading what one may not read is entered", "[dispatcher]") {
    const test::EachStore store;
    const CommandTable commands = table_of({entry_of(count_notes())});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome outcome = bench.run("note.count", {}, clerk);

    CHECK(outcome.status == Status::not_permitted);
    CHECK(outcome.sequence == 1);
    CHECK(bench.last_payload().get("outcome") == Value{"denied"});
}

TEST_CASE("a watch with rows stops the commands that it blocks", "[dispatcher]") {
    const test::EachStore store;
    std::vector<Message> rows{{"Page {0} is full.", {std::int64_t{1}}}};
    const Watch full{.name = "note.full",
                     .title = "Full page",
                     .permission = "note.read",
                     .rows = [&](ReadContext&) { return rows; },
                     .blocks = {"note.add"}};
    const CommandTable commands = table_of({entry_of(add_note())});
    CommandBench bench{store, commands, {note_tables()}, {}, {full}};
    const Session clerk = bench.operator_with("clerk", may_write);

    const Outcome blocked = bench.run("note.add", {{"text", "rice"}}, clerk);
    const std::vector<Message> found = std::exchange(rows, {});
    const Outcome free = bench.run("note.add", {{"text", "rice"}}, clerk);

    CHECK(blocked.status == Status::refused);
    REQUIRE(blocked.problems.size() == 1);
    CHECK(blocked.problems[0].code == "note.full");
    CHECK(blocked.problems[0].text == found[0]);
    CHECK(free.is_done());
}

TEST_CASE("an external command works outside and stores afterwards, once for one request",
          "[dispatcher]") {
    const test::EachStore store;
    int works = 0;
    bool is_in_the_way = false;
    const ExternalCommand<test::AddNote> send{
        .name = "note.send",
        .title = "Send note",
        .permission = "note.write",
        .parameters = {field("text", &test::AddNote::text, "Text")},
        .run = [&](const test::AddNote& request, ExternalContext& context) -> Result<Storing> {
            ++works;
            if (is_in_the_way)
                return Problem{.code = "note.no_line", .text = {"The line is dead."}};
            // No transaction is open: another one may write at this moment.
            const auto other = context.workspace().connect_writer();
            Transaction transaction{*other};
            other->run("INSERT INTO note (page, text) VALUES ('9', 'meanwhile')");
            transaction.commit();
            return Storing{[text = request.text](CommandContext& storing) -> Result<Changes> {
                storing.transaction().connection().run(
                    "INSERT INTO note (page, text) VALUES ('1', ?)", {text});
                return Changes{.said = {"Sent."}};
            }};
        },
    };
    const CommandTable commands = table_of({entry_of(send)});
    CommandBench bench{store, commands, {note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_write);
    const Session guest = bench.operator_with("guest", {});
    const CommandRequest request{.command = "note.send",
                                 .parameters = {{"text", "rice"}},
                                 .request_id = "00112233445566778899aabbccddeeff"};

    CHECK(bench.run(request, guest).status == Status::not_permitted);
    CHECK(works == 0);
    CHECK(bench.run(request, clerk).is_done());
    CHECK(bench.run(request, clerk).repeated);
    CHECK(works == 1);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 2);

    is_in_the_way = true;
    const Outcome outcome = bench.run("note.send", {{"text", "flour"}}, clerk);
    CHECK(code_of(outcome) == "note.no_line");
    CHECK(bench.last_payload().get("outcome") == Value{"refused"});
}
