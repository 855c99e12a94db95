#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "faults/canteen.h"
#include "faults/failing_disk.h"
#include "support/catch.h"
#include "zhangfang/backup/backup.h"

using namespace zf;
using test::Canteen;
using test::State;
using test::failing_disk::Fault;
namespace fs = std::filesystem;

namespace {

struct Tried {
    const char* command;
    State before;
    Canteen::Who who;
    Record (*parameters)(const Canteen&);
    std::size_t points;  // of the disk's requests that are failed, evenly spread
};

fs::path backups_of(const Canteen& canteen) {
    return canteen.folder() / "backups";
}

// Another one each time: two backups of one second would have one name.
std::string backup_folder(const Canteen& canteen) {
    static int count = 0;
    return (backups_of(canteen) / std::to_string(++count)).string();
}

std::string written_import(const Canteen& canteen) {
    const std::string file = (canteen.folder() / "vouchers.csv").string();
    std::ofstream stream{file};
    stream << "date,word,number,attachments,summary,account_code,debit,credit,dim:flow\n";
    for (int number = 1; number <= 12; ++number)
        stream << "2008-01-10,记," << number << ",1,购买猪肉牛肉鸡蛋一批,401,8.40,,21\n"
               << "2008-01-10,记," << number << ",1,购买猪肉牛肉鸡蛋一批,101,,8.40,\n";
    return file;
}

Outcome run(Canteen& canteen, const Tried& tried) {
    return canteen.run({.command = tried.command,
                        .parameters = tried.parameters(canteen),
                        .request_id = "00112233445566778899aabbccddeeff",
                        .acknowledged = {"ledger.closing.no_backup"},
                        .reason = "the meat was booked twice"},
                       tried.who);
}

// How often the disk is asked when nothing fails.
int requests_of(const Tried& tried) {
    Canteen canteen{tried.before};
    test::failing_disk::heal();
    const Outcome outcome = run(canteen, tried);
    const int asked = test::failing_disk::asked();
    INFO(test::codes_of(outcome));
    REQUIRE(outcome.is_done());
    return asked;
}

std::set<int> points_of(int requests, std::size_t wanted) {
    std::set<int> points;
    const auto count = static_cast<int>(wanted);
    for (int i = 0; i < count; ++i) points.insert(1 + i * (requests - 1) / std::max(1, count - 1));
    return points;
}

// A backup that has its name is a good one, and nothing else lies there.
void check_backups(const Canteen& canteen) {
    std::error_code none;
    for (const auto& each : fs::recursive_directory_iterator{backups_of(canteen), none}) {
        if (each.is_directory()) {
            CHECK_FALSE(each.path().filename().string().starts_with("zhangfang-backup"));
            continue;
        }
        INFO(each.path());
        CHECK(each.path().extension() == ".zfb");
        CHECK(verify_backup(each.path().string(), {}, {}).has_value());
    }
}

// The command is there as a whole or not at all. Answers which of the two.
bool is_there(Canteen& canteen, const Tried& tried,
              const std::map<std::string, std::string>& before, std::int64_t done_before) {
    const bool is_there = canteen.done(tried.command) == done_before + 1;
    CHECK((canteen.content() != before) == is_there);
    CHECK((is_there || canteen.done(tried.command) == done_before));
    CHECK(canteen.differences() == 0);
    check_backups(canteen);
    return is_there;
}

void check_sentence(const Outcome& outcome, Fault fault) {
    const std::string sentence = test::sentence_of(outcome);
    INFO(test::codes_of(outcome) << sentence);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.status != Status::done);
    const std::string& code = outcome.problems.front().code;
    if (code == "store.outcome_unknown") {
        CHECK(sentence.find("00112233445566778899aabbccddeeff") != std::string::npos);
    } else if (fault == Fault::full) {
        CHECK((code == "store.full" || code == "backup.not_written"));
        CHECK(sentence.find("full") != std::string::npos);
    } else {
        CHECK((code == "store.input_output" || code == "backup.not_written"));
    }
}

// Fails the command at one point; then the disk is sound again, and the command is done.
void fail_and_repeat(const Tried& tried, int point, Fault fault, bool stays_open) {
    Canteen canteen{tried.before};
    const auto before = canteen.content();
    const std::int64_t done_before = canteen.done(tried.command);

    test::failing_disk::fail_at(point, fault);
    const Outcome outcome = run(canteen, tried);
    if (!stays_open) canteen.close();  // while the disk still fails
    test::failing_disk::heal();
    if (!stays_open) canteen.reopen();

    if (!outcome.is_done()) check_sentence(outcome, fault);
    // Where the disk failed under the COMMIT itself, only the next process can know, and the answer
    // says so; the request that is sent again is then answered and not done twice.
    const bool is_known = outcome.is_done() ||
                          outcome.problems.front().code != "store.outcome_unknown";
    if (!is_known && stays_open) canteen.reopen();
    const bool was_there = is_there(canteen, tried, before, done_before);
    if (is_known) CHECK(was_there == outcome.is_done());
    const Outcome repeated = run(canteen, tried);
    INFO("repeated: " << test::codes_of(repeated));
    CHECK(repeated.is_done());
    CHECK(repeated.repeated == was_there);
    canteen.reopen();
    CHECK(is_there(canteen, tried, before, done_before));
}

const Tried tried_commands[] = {
    {"bk.voucher.enter", State::in_use, Canteen::Who::keeper,
     [](const Canteen&) { return test::vegetables(6); }, 10},
    {"bk.voucher.review", State::entered, Canteen::Who::reviewer,
     [](const Canteen&) {
         return Record{{"all", Value{true}}};
     },
     6},
    {"bk.month.post", State::reviewed, Canteen::Who::keeper,
     [](const Canteen&) {
         return Record{{"month", Value{"2008-01"}}};
     },
     7},
    {"bk.month.unpost", State::posted, Canteen::Who::keeper,
     [](const Canteen&) {
         return Record{{"month", Value{"2008-01"}}, {"security_code", Value{test::security_code}}};
     },
     5},
    {"bk.period.close", State::backed_up, Canteen::Who::keeper,
     [](const Canteen&) {
         return Record{{"month", Value{"2008-01"}}};
     },
     7},
    {"bk.voucher.import", State::in_use, Canteen::Who::keeper,
     [](const Canteen& canteen) {
         return Record{{"file", Value{written_import(canteen)}}};
     },
     6},
    {"operator.add", State::in_use, Canteen::Who::keeper,
     [](const Canteen&) {
         return Record{{"login", Value{"li"}},
                       {"name", Value{"李会计"}},
                       {"password", Value{test::password}}};
     },
     4},
    {"backup.make", State::entered, Canteen::Who::keeper,
     [](const Canteen& canteen) {
         return Record{{"folder", Value{backup_folder(canteen)}}};
     },
     5},
};

}  // namespace

TEST_CASE("wherever the disk fails, a command is done as a whole or not at all",
          "[faults][P1][P4][P5]") {
    test::failing_disk::install();
    const Tried tried = GENERATE(from_range(std::begin(tried_commands), std::end(tried_commands)));
    const int requests = requests_of(tried);
    bool stays_open = true;

    for (const int point : points_of(requests, tried.points)) {
        for (const Fault fault : {Fault::full, Fault::faulty}) {
            INFO(tried.command << ": request " << point << " of " << requests
                               << (fault == Fault::full ? ", disk full" : ", disk faulty")
                               << (stays_open ? ", same process" : ", next process"));
            fail_and_repeat(tried, point, fault, stays_open);
            stays_open = !stays_open;
        }
        stays_open = !stays_open;
    }
}

TEST_CASE("a disk that fails under the COMMIT leaves open whether a command is saved",
          "[faults][P5]") {
    test::failing_disk::install();
    const Tried& tried = tried_commands[0];
    std::vector<std::string> codes;
    for (int point = requests_of(tried); point > 0; --point) {
        Canteen canteen{tried.before};
        test::failing_disk::fail_at(point, Fault::faulty);
        const Outcome outcome = run(canteen, tried);
        test::failing_disk::heal();
        codes.push_back(outcome.is_done() ? "done" : outcome.problems.front().code);
    }
    CHECK(std::find(codes.begin(), codes.end(), "store.outcome_unknown") != codes.end());
}
