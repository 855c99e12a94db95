#include <filesystem>
#include <fstream>

#include "sdk/command/notes.h"
#include "support/temporary_folder.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/platform/platform.h"

using namespace zf;
using test::CommandBench;

namespace {

const std::vector<Grant> may_write{{.permission = "note.write"}};

// The same workspace, opened for reading only.
struct ReadOnly {
    ReadOnly(CommandBench& bench, const CommandTable& its_commands)
        : commands{its_commands},
          workspace{Workspace::open(bench.fresh().address(), bench.fresh().sets(),
                                    Access::read_only, false)},
          dispatcher{*workspace, commands, kinds, watches, bench.environment()} {}

    const CommandTable& commands;
    BookKinds kinds;
    std::vector<Watch> watches;
    std::unique_ptr<Workspace> workspace;
    Dispatcher dispatcher;
};

}  // namespace

TEST_CASE("a refusal on read-only media is entered at the next writable start", "[refusal_log]") {
    const test::EachStore store;
    const test::TemporaryFolder folder;
    const CommandTable commands = test::table_of({entry_of(test::add_note())});
    CommandBench bench{store, commands, {test::note_tables()}};
    bench.environment().local_log = folder.file("state/refusals.jsonl");
    const Session clerk = bench.operator_with("clerk", may_write);

    Outcome refused;
    {
        ReadOnly read_only{bench, commands};
        refused = read_only.dispatcher.run(
            {.command = "note.add", .parameters = {{"text", "rice"}}}, &clerk);
    }
    CHECK(refused.status == Status::environment);
    CHECK(refused.problems.at(0).code == "store.read_only");
    CHECK(refused.sequence == 0);
    CHECK(bench.trail_length() == 0);
    REQUIRE(platform::is_private_file(bench.environment().local_log));
    // Another workspace's line and one that a crash cut short stay where they are.
    std::ofstream{bench.environment().local_log, std::ios::app}
        << "{\"workspace\":\"00\",\"at\":\"x\"}\n{\"workspace\":";

    bench.environment().now = [] { return std::string{"2008-02-01T08:00:00Z"}; };
    const auto next_start = bench.second_dispatcher();
    REQUIRE(next_start->run({.command = "note.add", .parameters = {{"text", "flour"}}}, &clerk)
                .is_done());

    CHECK(bench.trail_length() == 2);
    const auto reader = bench.workspace().connect_reader();
    const Snapshot snapshot{*reader};
    const AuditTrail trail{snapshot};
    CHECK(trail.get(1)->outcome == AuditOutcome::failed);
    CHECK(trail.get(1)->at == "2008-01-31T08:00:00Z");
    CHECK(trail.get(1)->operator_name == "clerk");
    CHECK(trail.verify().empty());
    CHECK(test::content_of(bench.environment().local_log) ==
          "{\"workspace\":\"00\",\"at\":\"x\"}\n{\"workspace\":\n");

    // It is not entered a second time.
    REQUIRE(bench.second_dispatcher()
                ->run({.command = "note.add", .parameters = {{"text", "salt"}}}, &clerk)
                .is_done());
    CHECK(bench.trail_length() == 3);
}
