#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "faults/canteen.h"
#include "support/catch.h"
#include "support/child_process.h"
#include "zhangfang/store/migration.h"

using namespace zf;
using test::Canteen;
using test::State;
namespace fs = std::filesystem;

namespace {

// What a program is told that opens the file: a code and a sentence, both empty when it opens.
struct Told {
    std::string code, sentence;
};

Told told_about(const std::string& address) {
    const auto opened = host::OpenWorkspace::open(test::modules(), address, Access::read_write, {},
                                                  Environment::system());
    if (opened) return {};
    return {opened.error().code, test::modules().catalogue().text(opened.error().text)};
}

std::string bytes_of(const std::string& file) {
    return test::content_of(file);
}

// The file alone, without a journal beside it.
std::string closed_copy(Canteen& canteen, const std::string& name) {
    canteen.close();
    open_sqlite(canteen.address(), {.archive = true});
    const std::string copy = (canteen.folder() / name).string();
    fs::copy_file(canteen.address(), copy);
    return copy;
}

// Runs the real program with a limit on the size of the files that it writes.
test::ChildResult run_limited(int kibibytes, const std::vector<std::string>& words) {
    std::vector<std::string> line{"/bin/bash",
                                  "-c",
                                  "trap '' XFSZ; ulimit -f " + std::to_string(kibibytes) +
                                      "; exec \"$@\"",
                                  "limited",
                                  test::built_program("zhangfang"),
                                  "--language",
                                  "en"};
    line.insert(line.end(), words.begin(), words.end());
    return test::run_child(line);
}

}  // namespace

TEST_CASE("a workspace of a newer program is named as such and left as it is", "[faults][P13]") {
    Canteen canteen{State::entered};
    canteen.close();
    MigrationSet newer = sdk_migrations();
    newer.migrations.push_back(
        {.name = "9999_of_the_future", .sql = "CREATE TABLE future (a TEXT)"});
    migrate(*open_sqlite(canteen.address(), {}), {newer});
    const std::string before = bytes_of(canteen.address());

    const Told told = told_about(canteen.address());

    CHECK(told.code == "store.newer");
    CHECK(told.sentence == "The workspace " + canteen.address() +
                               " was made by a newer version of this program (sdk "
                               "9999_of_the_future is not known here). It was left as it is. "
                               "Update the program first.");
    CHECK(bytes_of(canteen.address()) == before);
}

TEST_CASE("another program's file is left as it is", "[faults]") {
    const test::TemporaryFolder folder;
    const std::string letter = folder.write("letter.zfw", std::string(9000, 'a'));
    const std::string empty = folder.write("empty.zfw", "");
    const std::string other = folder.file("other.zfw");
    open_sqlite(other, {.create = true, .archive = true})->script("CREATE TABLE stamps (a TEXT)");

    for (const std::string& file : {letter, empty, other}) {
        INFO(file);
        const std::string before = bytes_of(file);
        const Told told = told_about(file);
        CHECK(told.code == "store.not_a_workspace");
        CHECK(told.sentence == file + " is not a workspace of this program. The file was left as "
                                      "it is. Choose another file.");
        CHECK(bytes_of(file) == before);
    }
}

TEST_CASE("no damage goes unnoticed and none ends the program", "[faults][P7]") {
    Canteen canteen{State::posted};
    const auto before = canteen.content();
    const std::string sound = closed_copy(canteen, "sound.zfw");
    const std::string bytes = bytes_of(sound);
    std::minstd_rand random{20080131};
    const auto below = [&](std::size_t limit) { return random() % limit; };
    int refused = 0, found = 0;

    for (int damage = 0; damage < 60; ++damage) {
        std::string damaged = bytes;
        const std::size_t place = damage % 4 == 0 ? below(200) : below(damaged.size());
        const std::size_t count = std::min(1 + below(64), damaged.size() - place);
        for (std::size_t i = 0; i < count; ++i)
            damaged[place + i] = static_cast<char>(damaged[place + i] ^ (1 + below(255)));
        if (damage % 10 == 9) damaged.resize(below(damaged.size()));  // cut off
        INFO("damage " << damage << ": " << count << " bytes from " << place << " of "
                       << damaged.size());
        for (const char* end : {"", "-wal", "-shm"}) fs::remove(canteen.address() + end);
        std::ofstream{canteen.address(), std::ios::binary} << damaged;

        auto opened = host::OpenWorkspace::open(test::modules(), canteen.address(),
                                                Access::read_write, {}, Environment::system());
        if (!opened) {
            CHECK(opened.error().code.starts_with("store."));
            CHECK_FALSE(test::modules().catalogue().text(opened.error().text).empty());
            ++refused;
            continue;
        }
        const auto session = (*opened)->session(canteen.token(Canteen::Who::keeper));
        const Outcome verified = session ? (*opened)->dispatcher().run(
                                               {.command = "workspace.verify"}, &*session)
                                         : Outcome{.status = Status::environment,
                                                   .problems = {session.error()}};
        const bool is_proven = verified.is_done() &&
                               verified.result.get("faults").as<std::int64_t>() == 0;
        std::vector<std::string> faults;
        try {
            faults = (*opened)->workspace().faults(true);
        } catch (const StoreError& error) {
            faults = {error.what()};
        }
        opened->reset();
        if (!is_proven || !faults.empty()) {
            ++found;
            continue;
        }
        canteen.reopen();  // nothing was found: then nothing may be wrong
        CHECK(canteen.content() == before);
        canteen.close();
    }

    CHECK(refused > 0);
    CHECK(found > 0);
}

TEST_CASE("a command on a file that may not be written says so and changes nothing",
          "[faults][P6]") {
    Canteen canteen{State::entered};
    const std::string archive = closed_copy(canteen, "archive.zfw");
    const std::string before = bytes_of(archive);
    auto opened = host::OpenWorkspace::open(test::modules(), archive, Access::read_only, {},
                                            Environment::system());
    REQUIRE(opened.has_value());
    const auto session = (*opened)->session(canteen.token(Canteen::Who::keeper));
    REQUIRE(session.has_value());

    const Outcome outcome = (*opened)->dispatcher().run(
        {.command = "bk.voucher.enter", .parameters = test::vegetables(6)}, &*session);

    CHECK(outcome.status == Status::environment);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems.front().code == "store.read_only");
    CHECK(test::sentence_of(outcome) == "The workspace " + archive +
                                            " can only be read here. Nothing was changed. To keep "
                                            "books, copy it to a disk of this computer.");
    CHECK(bytes_of(archive) == before);
}

TEST_CASE("a second program waits for the first, and says so when it takes too long",
          "[faults][P9]") {
    Canteen canteen{State::in_use};
    auto other = open_sqlite(canteen.address(), {});
    other->begin_write();
    std::thread saving{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
        other->rollback();
    }};

    const Outcome waited = canteen.run("bk.voucher.enter", test::vegetables(6));

    saving.join();
    INFO(test::codes_of(waited));
    CHECK(waited.is_done());
    other->begin_write();  // and now it does not end
    const Outcome refused = canteen.run("bk.voucher.enter", test::vegetables(7));
    other->rollback();
    CHECK(refused.status == Status::environment);
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems.front().code == "store.busy");
    CHECK(test::sentence_of(refused) == "Another seat is saving and did not finish in time. "
                                        "Nothing was changed. Try again in a moment.");
    CHECK(canteen.done("bk.voucher.enter") == 1);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("two programs that save at the same time lose nothing and number without a gap",
          "[faults][P3][P9]") {
    Canteen canteen{State::in_use};
    canteen.close();
    const std::string session = (canteen.folder() / "session").string();
    std::ofstream{session} << canteen.token(Canteen::Who::keeper);
    fs::permissions(session, fs::perms::owner_read | fs::perms::owner_write);
    const std::string file = (canteen.folder() / "lines").string();
    std::ofstream lines{file};
    for (int i = 0; i < 15; ++i)
        lines << R"({"command":"bk.voucher.enter","parameters":{"date":"2008-01-06",)"
              << R"("attachments":1,"summary":"购买蔬菜豆制品一批","entry":[)"
              << R"({"account":"401","debit":"8.40","item":"21"},)"
              << R"({"account":"101","credit":"8.40"}]},)"
              << R"("acknowledged":["ledger.voucher.same_as_existing"]})" << '\n';
    lines.close();
    const std::vector<std::string> words{test::built_program("zhangfang"),
                                         "-w",
                                         canteen.address(),
                                         "--session-file",
                                         session,
                                         "batch",
                                         file};

    test::ChildResult first, second;
    std::thread beside{[&] { first = test::run_child(words); }};
    second = test::run_child(words);
    beside.join();

    INFO(first.errors << second.errors << second.output);
    CHECK(first.code == 0);
    CHECK(second.code == 0);
    canteen.reopen();
    CHECK(canteen.done("bk.voucher.enter") == 30);
    const auto reader = canteen.open().workspace().connect_reader();
    const Snapshot snapshot{*reader};
    CHECK(integer_of(snapshot, "SELECT count(DISTINCT number) FROM zf_voucher") == 30);
    CHECK(integer_of(snapshot, "SELECT max(number) FROM zf_voucher") == 30);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("where the system lets no file grow, the program says that the disk is full",
          "[faults][P4]") {
    Canteen canteen{State::entered};
    const std::string session = (canteen.folder() / "session").string();
    std::ofstream{session} << canteen.token(Canteen::Who::keeper);
    fs::permissions(session, fs::perms::owner_read | fs::perms::owner_write);
    const auto before = canteen.content();
    canteen.close();
    const std::vector<std::string> seat{"-w", canteen.address(), "--session-file", session};
    const auto ask = [&](int kibibytes, std::vector<std::string> words) {
        words.insert(words.begin(), seat.begin(), seat.end());
        return run_limited(kibibytes, words);
    };

    // The journal of one voucher is larger than 40 KiB, a backup needs more than 100.
    const auto entered = ask(40, {"bk", "voucher", "enter", "--date", "2008-01-06", "--attachments",
                                  "1", "--summary", "购买蔬菜豆制品一批", "--entry",
                                  "account=401 debit=8.40 item=21", "--entry",
                                  "account=101 credit=8.40"});
    const auto backed_up = ask(
        100, {"backup", "make", "--folder", (canteen.folder() / "backups").string()});

    INFO(entered.errors << backed_up.errors);
    CHECK(entered.code == 4);
    CHECK(entered.errors.find("store.full") != std::string::npos);
    CHECK(entered.errors.find("is full. Nothing was saved") != std::string::npos);
    CHECK(backed_up.code != 0);
    CHECK(backed_up.errors.find("backup.not_written") != std::string::npos);
    for (const auto& each : fs::recursive_directory_iterator{canteen.folder() / "backups"})
        CHECK(each.is_directory());
    canteen.reopen();
    CHECK(canteen.content() == before);
    CHECK(canteen.differences() == 0);
}
