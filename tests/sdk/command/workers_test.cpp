#include "zhangfang/command/workers.h"

#include <condition_variable>
#include <future>
#include <mutex>

#include "sdk/command/notes.h"

using namespace zf;
using test::CommandBench;

namespace {

const std::vector<Grant> may_all{{.permission = "note.write"}, {.permission = "note.read"}};

// Hands the outcome of a job to the test, however late.
class Awaited {
public:
    Workers::Done done() {
        return [this](const Outcome& outcome) { promise_.set_value(outcome); };
    }
    Outcome outcome() { return promise_.get_future().get(); }

private:
    std::promise<Outcome> promise_;
};

// A door that a handler waits at until the test opens it.
class Door {
public:
    void wait() {
        std::unique_lock lock{guard_};
        is_reached_ = true;
        moved_.notify_all();
        moved_.wait(lock, [&] { return is_open_; });
    }
    void await_visitor() {
        std::unique_lock lock{guard_};
        moved_.wait(lock, [&] { return is_reached_; });
    }
    void open() {
        const std::lock_guard lock{guard_};
        is_open_ = true;
        moved_.notify_all();
    }

private:
    std::mutex guard_;
    std::condition_variable moved_;
    bool is_reached_ = false;
    bool is_open_ = false;
};

// Counts so far that it would take hours.
constexpr const char*
    endless = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers "
              "WHERE n < 1000000000000) SELECT COUNT(*) FROM numbers";

Query<test::AddNote> endless_query(Door& door) {
    Query<test::AddNote> query = test::count_notes();
    query.name = "note.brood";
    query.run = [&door](const test::AddNote&, ReadContext& context) -> Result<Record> {
        door.open();
        return Record{{"count", *integer_of(context.snapshot(), endless)}};
    };
    return query;
}

}  // namespace

TEST_CASE("a long writing job stops neither screens nor reports", "[workers]") {
    const test::EachStore store;
    Door door;
    const CommandTable commands = test::table_of(
        {entry_of(test::add_note([&](CommandContext&, Changes changes) -> Result<Changes> {
             door.wait();
             return changes;
         })),
         entry_of(test::count_notes())});
    CommandBench bench{store, commands, {test::note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_all);
    Workers workers{bench.dispatcher()};
    Awaited writing, reading;

    workers.submit({.command = "note.add", .parameters = {{"text", "rice"}}}, clerk,
                   writing.done());
    door.await_visitor();
    workers.submit({.command = "note.count"}, clerk, reading.done());

    CHECK(reading.outcome().result.get("count") == Value{0});
    door.open();
    CHECK(writing.outcome().is_done());
}

TEST_CASE("a job that is cancelled inside a statement ends at once", "[workers]") {
    const test::EachStore store;
    Door door;
    const CommandTable commands = test::table_of({entry_of(endless_query(door))});
    CommandBench bench{store, commands, {test::note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_all);
    Workers workers{bench.dispatcher()};
    Awaited awaited;

    const auto job = workers.submit({.command = "note.brood"}, clerk, awaited.done());
    door.wait();
    job->cancel();

    CHECK(awaited.outcome().status == Status::cancelled);
    CHECK(job->is_finished());
}

TEST_CASE("a job that is cancelled between two steps keeps nothing", "[workers]") {
    const test::EachStore store;
    Door door;
    const CommandTable commands = test::table_of(
        {entry_of(test::add_note([&](CommandContext& context, Changes changes) -> Result<Changes> {
            context.progress().step(1, 2);
            door.wait();
            context.progress().step(2, 2);
            return changes;
        }))});
    CommandBench bench{store, commands, {test::note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_all);
    Workers workers{bench.dispatcher()};
    Awaited awaited;

    const auto job = workers.submit({.command = "note.add", .parameters = {{"text", "rice"}}},
                                    clerk, awaited.done());
    door.await_visitor();
    CHECK(job->steps().done == 1);
    CHECK(job->steps().total == 2);
    job->cancel();
    door.open();

    CHECK(awaited.outcome().status == Status::cancelled);
    CHECK(bench.integer("SELECT COUNT(*) FROM note") == 0);
    CHECK(bench.trail_length() == 0);
}

TEST_CASE("a job that waits for its turn can be cancelled before it begins", "[workers]") {
    const test::EachStore store;
    Door door;
    int runs = 0;
    const CommandTable commands = test::table_of(
        {entry_of(test::add_note([&](CommandContext&, Changes changes) -> Result<Changes> {
            ++runs;
            door.wait();
            return changes;
        }))});
    CommandBench bench{store, commands, {test::note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_all);
    Workers workers{bench.dispatcher()};
    Awaited first, second;

    workers.submit({.command = "note.add", .parameters = {{"text", "rice"}}}, clerk, first.done());
    door.await_visitor();
    const auto waiting = workers.submit({.command = "note.add", .parameters = {{"text", "salt"}}},
                                        clerk, second.done());
    waiting->cancel();

    CHECK(second.outcome().status == Status::cancelled);  // while the first still runs
    door.open();
    CHECK(first.outcome().is_done());
    CHECK(runs == 1);
}

TEST_CASE("leaving cancels what runs and hears of every end", "[workers]") {
    const test::EachStore store;
    Door door;
    const CommandTable commands = test::table_of({entry_of(endless_query(door))});
    CommandBench bench{store, commands, {test::note_tables()}};
    const Session clerk = bench.operator_with("clerk", may_all);
    Awaited running, waiting;
    std::shared_ptr<Workers::Job> kept;
    {
        Workers workers{bench.dispatcher()};
        kept = workers.submit({.command = "note.brood"}, clerk, running.done());
        workers.submit({.command = "note.brood"}, clerk, waiting.done());
        door.wait();
    }
    CHECK(running.outcome().status == Status::cancelled);
    CHECK(waiting.outcome().status == Status::cancelled);
    kept->cancel();  // too late, and harmless
    CHECK(kept->is_finished());
}

TEST_CASE("a command that nobody declares ends as an outcome too", "[workers]") {
    const test::EachStore store;
    const CommandTable commands;
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_all);
    Workers workers{bench.dispatcher()};
    Awaited awaited;

    workers.submit({.command = "note.burn"}, clerk, awaited.done());

    CHECK(awaited.outcome().status == Status::bad_usage);
}
