#include <filesystem>
#include <fstream>

#include "sdk/command/notes.h"
#include "support/temporary_folder.h"
#include "zhangfang/command/print_register.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/platform/platform.h"

using namespace zf;
using test::CommandBench;

namespace {

namespace fs = std::filesystem;

// A report on notes, as the registry enters one among the commands.
CommandTable sheet_table() {
    CommandEntry sheet;
    sheet.info = {.name = "note.sheet",
                  .title = "Note sheet",
                  .permission = "note.print",
                  .effect = Effect::delivers};
    return test::table_of({sheet});
}

const std::vector<Grant> may_print{{.permission = "note.print"}};

using Work = std::function<Result<Delivered>(const Record&, ReadContext&, const std::string&)>;

Work writes(const std::string& content) {
    return [content](const Record&, ReadContext&, const std::string& part) -> Result<Delivered> {
        std::ofstream{part} << content;
        return Delivered{.what = "note", .ids = {4, 7}, .pages = 2};
    };
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

std::int64_t prints_of(CommandBench& bench, std::int64_t document) {
    const auto reader = bench.workspace().connect_reader();
    const Snapshot snapshot{*reader};
    return print_count(snapshot, "note", document);
}

}  // namespace

TEST_CASE("a delivered file is entered with its digest, and its documents are counted",
          "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const test::TemporaryFolder folder;
    const std::string path = folder.file("sheet.pdf");

    const Outcome outcome = bench.dispatcher().deliver({.command = "note.sheet"}, clerk,
                                                       Progress::none(), path, writes("abc"));

    CHECK(outcome.status == Status::done);
    CHECK(test::content_of(path) == "abc");
    CHECK(files_in(folder.path()) == 1);
    CHECK(outcome.result.get("pages") == Value{2});
    const Record payload = bench.last_payload();
    const Record& file = payload.get("rows").as<Record>().get("file").as<Record>();
    // SHA-256 of "abc", FIPS 180-4.
    CHECK(file.get("sha256") ==
          Value{"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"});
    CHECK(file.get("bytes") == Value{3});
    CHECK(prints_of(bench, 4) == 1);
    CHECK(prints_of(bench, 7) == 1);
    CHECK(prints_of(bench, 5) == 0);
    CHECK(bench.integer("SELECT COUNT(*) FROM zf_delivery") == 0);
}

TEST_CASE("pages that go to a printer are entered, and their documents are counted", "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const Session guest = bench.operator_with("guest", {});
    const Delivered paper{.what = "note", .ids = {4, 7}, .pages = 2};
    const CommandRequest request{.command = "note.sheet",
                                 .request_id = "00112233445566778899aabbccddeeff"};
    const auto print = [&](const Session& session, const CommandRequest& asked) {
        return bench.dispatcher().print(asked, session, Progress::none(), paper);
    };

    CHECK(print(guest, {.command = "note.sheet"}).status == Status::not_permitted);
    CHECK(prints_of(bench, 4) == 0);

    const Outcome outcome = print(clerk, request);

    CHECK(outcome.is_done());
    CHECK(outcome.result.get("pages") == Value{2});
    const Record payload = bench.last_payload();
    const Record& entered = payload.get("rows").as<Record>().get("paper").as<Record>();
    CHECK(entered.get("pages") == Value{2});
    CHECK(entered.get("of") == Value{"note"});
    CHECK(prints_of(bench, 4) == 1);
    CHECK(prints_of(bench, 7) == 1);
    CHECK(prints_of(bench, 5) == 0);

    CHECK(print(clerk, request).repeated);
    CHECK(prints_of(bench, 4) == 1);
}

TEST_CASE("a file that exists is replaced only when asked to", "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const test::TemporaryFolder folder;
    const std::string path = folder.write("sheet.pdf", "old");
    CommandRequest request{.command = "note.sheet"};

    const Outcome refused = bench.dispatcher().deliver(request, clerk, Progress::none(), path,
                                                       writes("new"));
    CHECK(refused.status == Status::refused);
    CHECK(refused.problems.at(0).code == "file.exists");
    CHECK(test::content_of(path) == "old");

    request.overwrite = true;
    CHECK(bench.dispatcher()
              .deliver(request, clerk, Progress::none(), path, writes("new"))
              .is_done());
    CHECK(test::content_of(path) == "new");
    CHECK(prints_of(bench, 4) == 1);
}

TEST_CASE("a file that appears while another is made is left alone", "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const test::TemporaryFolder folder;
    const std::string path = folder.file("sheet.pdf");

    const Outcome outcome = bench.dispatcher().deliver(
        {.command = "note.sheet"}, clerk, Progress::none(), path,
        [&](const Record& parameters, ReadContext& context,
            const std::string& part) -> Result<Delivered> {
            folder.write("sheet.pdf", "somebody's");
            return writes("ours")(parameters, context, part);
        });

    CHECK(outcome.is_done());
    CHECK(test::content_of(path) == "somebody's");
    CHECK(test::content_of(folder.file("sheet-2.pdf")) == "ours");
    CHECK(outcome.result.get("file") == Value{folder.file("sheet-2.pdf")});
}

TEST_CASE("a delivery that fails leaves no file and no row behind", "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const Session guest = bench.operator_with("guest", {});
    const test::TemporaryFolder folder;
    const std::string path = folder.file("sheet.pdf");
    const auto deliver = [&](const Session& session, const Work& work) {
        return bench.dispatcher().deliver({.command = "note.sheet"}, session, Progress::none(),
                                          path, work);
    };
    Outcome outcome;

    SECTION("cancelled half-way") {
        outcome = deliver(
            clerk, [](const Record&, ReadContext&, const std::string& part) -> Result<Delivered> {
                std::ofstream{part} << "half";
                throw Cancelled{};
            });
        CHECK(outcome.status == Status::cancelled);
    }
    SECTION("a refusal") {
        outcome = deliver(
            clerk, [](const Record&, ReadContext&, const std::string& part) -> Result<Delivered> {
                std::ofstream{part} << "half";
                return Problem{.code = "note.none", .text = {"There are no notes."}};
            });
        CHECK(outcome.status == Status::refused);
    }
    SECTION("no right") {
        outcome = deliver(guest, writes("abc"));
        CHECK(outcome.status == Status::not_permitted);
    }
    SECTION("no such folder") {
        outcome = bench.dispatcher().deliver({.command = "note.sheet"}, clerk, Progress::none(),
                                             folder.file("away/sheet.pdf"), writes("abc"));
        CHECK(outcome.problems.at(0).code == "file.no_folder");
    }
    SECTION("a dry run") {
        outcome = bench.dispatcher().deliver({.command = "note.sheet", .dry_run = true}, clerk,
                                             Progress::none(), path, writes("abc"));
        CHECK(outcome.is_done());
    }
    CHECK(files_in(folder.path()) == 0);
    CHECK(bench.integer("SELECT COUNT(*) FROM zf_delivery") == 0);
    CHECK(bench.integer("SELECT COUNT(*) FROM zf_print") == 0);
}

TEST_CASE("a delivery asked for twice is made once", "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const test::TemporaryFolder folder;
    const CommandRequest request{.command = "note.sheet",
                                 .request_id = "00112233445566778899aabbccddeeff",
                                 .overwrite = true};
    const std::string path = folder.file("sheet.pdf");

    REQUIRE(bench.dispatcher()
                .deliver(request, clerk, Progress::none(), path, writes("abc"))
                .is_done());
    const Outcome again = bench.dispatcher().deliver(request, clerk, Progress::none(), path,
                                                     writes("xyz"));

    CHECK(again.repeated);
    CHECK(test::content_of(path) == "abc");
    CHECK(bench.trail_length() == 1);
}

TEST_CASE("the next start finishes what a killed process had made and removes what it had begun",
          "[delivery]") {
    const test::EachStore store;
    const CommandTable commands = sheet_table();
    CommandBench bench{store, commands};
    const Session clerk = bench.operator_with("clerk", may_print);
    const test::TemporaryFolder folder;
    const std::string whole = folder.write(".zf-1.part", "abc");
    const std::string changed = folder.write(".zf-2.part", "abd");
    const std::string begun = folder.write(".zf-3.part", "ab");
    const std::string running = folder.write(".zf-4.part", "a");
    constexpr const char*
        digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    // Process numbers end at 4,194,304 (PID_MAX_LIMIT): this one died.
    constexpr std::int64_t dead = 4194305;
    std::string host;
    // A delivery in flight shows how this computer is named in the table.
    bench.dispatcher().deliver(
        {.command = "note.sheet"}, clerk, Progress::none(), folder.file("probe.pdf"),
        [&](const Record&, ReadContext&, const std::string&) -> Result<Delivered> {
            host = bench.text("SELECT host FROM zf_delivery");
            return Problem{.code = "note.none", .text = {"Nothing."}};
        });
    REQUIRE(!host.empty());
    {
        Transaction transaction{bench.fresh().writer()};
        const auto add = [&](const std::string& part, const char* name, std::int64_t process,
                             const char* sha256) {
            bench.fresh().writer().run("INSERT INTO zf_delivery (host, process, part_path, "
                                       "final_path, may_replace, sha256, begun_at) "
                                       "VALUES (?, ?, ?, ?, 0, ?, '2008-01-31T08:00:00Z')",
                                       {host, process, part, folder.file(name), sha256});
        };
        add(whole, "whole.pdf", dead, digest);
        add(changed, "changed.pdf", dead, digest);
        add(begun, "begun.pdf", dead, "");
        add(running, "running.pdf", platform::process_id(), "");
        transaction.commit();
    }

    bench.second_dispatcher()->recover();

    CHECK(test::content_of(folder.file("whole.pdf")) == "abc");
    CHECK(!fs::exists(whole));
    CHECK(!fs::exists(changed));
    CHECK(!fs::exists(folder.file("changed.pdf")));
    CHECK(!fs::exists(begun));
    CHECK(fs::exists(running));
    CHECK(bench.integer("SELECT COUNT(*) FROM zf_delivery") == 1);
}
