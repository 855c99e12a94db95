// The real program, killed at any moment. The moments come from a fixed seed: which line it had
// just answered, and how long it went on from there.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "faults/canteen.h"
#include "support/catch.h"
#include "support/child_process.h"
#include "zhangfang/backup/backup.h"
#include "zhangfang/model/json.h"
#include "zhangfang/store/transaction.h"

using namespace zf;
using test::Canteen;
using test::Child;
using test::State;
namespace fs = std::filesystem;

namespace {

using Random = std::minstd_rand;

int below(Random& random, int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
}

void wait_up_to(Random& random, int milliseconds) {
    std::this_thread::sleep_for(std::chrono::microseconds{below(random, milliseconds * 1000)});
}

// A private file with a secret or token of the test's.
std::string private_file(const Canteen& canteen, const std::string& name, const std::string& text) {
    const std::string file = (canteen.folder() / name).string();
    std::ofstream{file} << text;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    return file;
}

// The program with the canteen open, the keeper signed in.
std::vector<std::string> batch_on(const Canteen& canteen) {
    return {test::built_program("zhangfang"),
            "--language",
            "en",
            "-w",
            canteen.address(),
            "--session-file",
            private_file(canteen, "session", canteen.token(Canteen::Who::keeper)),
            "batch"};
}

std::string line_of(const std::string& command, const Record& parameters,
                    const std::string& session = {}) {
    Record line{{"command", Value{command}},
                {"parameters", Value{parameters}},
                {"acknowledged", Value{List{Value{"ledger.closing.no_backup"}}}}};
    if (!session.empty()) line.set("session", Value{session});
    return to_json(Value{line});
}

// Two months: vouchers entered, reviewed by the other, posted, closed.
std::vector<std::string> work_of(const Canteen& canteen) {
    std::vector<std::string> lines;
    for (const char* month : {"2008-01", "2008-02"}) {
        const Record whole{{"month", Value{month}}};
        for (int day = 6; day < 10; ++day)
            lines.push_back(line_of("bk.voucher.enter", test::vegetables(day, "8.40", month)));
        lines.push_back(line_of("bk.voucher.review", {{"all", Value{true}}},
                                canteen.token(Canteen::Who::reviewer)));
        lines.push_back(line_of("bk.month.post", whole));
        lines.push_back(line_of("bk.period.close", whole));
    }
    return lines;
}

// The numbers in the trail of what the program said was done.
std::vector<std::int64_t> acknowledged_in(const std::vector<std::string>& answers) {
    std::vector<std::int64_t> sequences;
    for (const std::string& answer : answers) {
        const auto parsed = parse_json(answer);
        REQUIRE(parsed.has_value());
        const Record& outcome = parsed->as<Record>();
        INFO(answer);
        REQUIRE(outcome.get("status").plain_text() == "done");
        sequences.push_back(outcome.get("sequence").as<std::int64_t>());
    }
    return sequences;
}

void check_acknowledged(Canteen& canteen, const std::vector<std::string>& answers) {
    const auto reader = canteen.open().workspace().connect_reader();
    const Snapshot snapshot{*reader};
    for (const std::int64_t sequence : acknowledged_in(answers)) {
        INFO("entry " << sequence);
        CHECK(text_of(snapshot, "SELECT outcome FROM zf_audit_entry WHERE sequence = ?",
                      {sequence}) == "done");
    }
}

// Every voucher of the trail is there with its number, and none besides.
void check_vouchers(Canteen& canteen) {
    const auto reader = canteen.open().workspace().connect_reader();
    const Snapshot snapshot{*reader};
    const auto entered = integer_of(snapshot, "SELECT count(*) FROM zf_audit_entry WHERE command = "
                                              "'bk.voucher.enter' AND outcome = 'done'");
    CHECK(integer_of(snapshot, "SELECT count(*) FROM zf_voucher") == entered);
    CHECK(integer_of(snapshot, "SELECT count(*) FROM zf_entry") == *entered * 2);
}

std::vector<std::string> rest_of(Child& child) {
    std::vector<std::string> lines;
    for (std::string line = child.read_line(); !line.empty(); line = child.read_line())
        lines.push_back(line);
    return lines;
}

// All that is called a backup is one.
int good_backups_in(const fs::path& folder) {
    int count = 0;
    std::error_code none;
    for (const auto& each : fs::recursive_directory_iterator{folder, none}) {
        if (each.path().extension() != ".zfb") continue;
        INFO(each.path());
        CHECK(verify_backup(each.path().string(), {}, {}).has_value());
        ++count;
    }
    return count;
}

// What a killed program began: open copies, parts of files, restored workspaces without a name.
std::vector<std::string> unfinished_in(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code none;
    for (const auto& each : fs::recursive_directory_iterator{folder, none}) {
        const std::string name = each.path().filename().string();
        const std::string end = each.path().extension().string();
        if (name.starts_with("zhangfang-") || end == ".part" || end == ".restoring")
            found.push_back(name);
    }
    return found;
}

}  // namespace

TEST_CASE("what was answered before the program was killed is there, and no half of anything else",
          "[faults][P1][P3]") {
    Random random{20080131};
    for (int kill = 0; kill < 12; ++kill) {
        Canteen canteen{State::entered};
        const std::string backups = (canteen.folder() / "backups").string();
        REQUIRE(canteen.run("backup.make", {{"folder", Value{backups}}}).is_done());
        canteen.close();
        const auto lines = work_of(canteen);
        const int answered = below(random, static_cast<int>(lines.size()));
        INFO("kill " << kill << ", after answer " << answered);
        std::vector<std::string> answers;
        {
            Child program{batch_on(canteen)};
            for (const std::string& line : lines) program.write_line(line);
            for (int i = 0; i < answered; ++i) answers.push_back(program.read_line());
            wait_up_to(random, 25);
            program.kill(SIGKILL);
            for (std::string& line : rest_of(program)) answers.push_back(std::move(line));
            program.wait();
        }

        canteen.reopen();

        CHECK(answers.size() >= static_cast<std::size_t>(answered));
        check_acknowledged(canteen, answers);
        check_vouchers(canteen);
        CHECK(canteen.differences() == 0);
    }
}

TEST_CASE("a backup that was killed leaves nothing that is called a backup and is none",
          "[faults][P11]") {
    Random random{20080229};
    Canteen canteen{State::posted};
    canteen.close();
    const fs::path folder = canteen.folder() / "backups";
    const std::string backup = line_of("backup.make", {{"folder", Value{folder.string()}}});
    for (int kill = 0; kill < 4; ++kill) {
        INFO("kill " << kill);
        Child program{batch_on(canteen)};
        program.write_line(line_of("workspace.watches", {}));
        REQUIRE_FALSE(program.read_line().empty());
        program.write_line(backup);
        wait_up_to(random, 120);
        program.kill(SIGKILL);
        program.wait();
        good_backups_in(folder);
    }

    canteen.reopen();

    CHECK(unfinished_in(folder).empty());
    const fs::path another = canteen.folder() / "another";  // the second may still be the same
    const Outcome made = canteen.run("backup.make", {{"folder", Value{another.string()}}});
    INFO(test::codes_of(made));
    CHECK(made.is_done());
    CHECK(good_backups_in(another) == 1);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("a restore that was killed leaves no workspace, or a whole one", "[faults][P10]") {
    Random random{20080331};
    Canteen canteen{State::posted};
    const Outcome made = canteen.run("backup.make",
                                     {{"folder", Value{(canteen.folder() / "backups").string()}}});
    REQUIRE(made.is_done());
    const std::string backup = made.result.get("file").plain_text();
    const std::string target = (canteen.folder() / "restored.zfw").string();
    const std::vector<std::string> restore{"/usr/bin/env",  // what it unpacks goes with the test
                                           "TMPDIR=" + canteen.folder().string(),
                                           test::built_program("zhangfang"),
                                           "backup",
                                           "restore",
                                           "--file",
                                           backup,
                                           "--to",
                                           target};
    const auto check_target = [&] {
        auto opened = host::OpenWorkspace::open(test::modules(), target, Access::read_write, {},
                                                Environment::system());
        REQUIRE(opened.has_value());
        CHECK((*opened)->has_operators());
        const auto reader = (*opened)->workspace().connect_reader();
        const Snapshot snapshot{*reader};
        CHECK(integer_of(snapshot, "SELECT count(*) FROM zf_voucher") == 3);
    };
    for (int kill = 0; kill < 8; ++kill) {
        INFO("kill " << kill);
        Child program{restore};
        // Half of them as soon as anything of the new workspace is seen.
        const auto begun = [&] { return fs::exists(target) || fs::exists(target + ".restoring"); };
        for (int waited = 0; kill % 2 == 0 && !begun() && waited < 5000; ++waited)
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        wait_up_to(random, kill % 2 == 0 ? 60 : 200);
        program.kill(SIGKILL);
        program.wait();
        if (!fs::exists(target)) continue;
        check_target();
        for (const char* end : {"", "-wal", "-shm"}) fs::remove(target + end);
    }

    canteen.reopen();
    CHECK(unfinished_in(canteen.folder()).empty());

    const auto restored = test::run_child(restore);

    INFO(restored.errors);
    CHECK(restored.code == 0);
    check_target();
    CHECK_FALSE(fs::exists(target + ".restoring"));
}
