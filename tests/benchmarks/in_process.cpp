// What the books take inside a process that is open already, as the window has it.
//   screen WORKSPACE SESSION ACCOUNT MONTH   the first 50 lines of an account
//   save WORKSPACE SESSION DATE COUNT        vouchers of three lines, each stored for good, in turn
//                                            with 4 KiB that are appended and made durable
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "host/modules.h"
#include "host/open_workspace.h"
#include "host/session_file.h"

using namespace zf;

namespace {

double milliseconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

double at(std::vector<double> times, std::size_t percent) {
    std::sort(times.begin(), times.end());
    return times[times.size() * percent / 100];
}

class Books {
public:
    Books(const std::string& workspace, const std::string& session_file, Access access)
        : open_{host::OpenWorkspace::open(modules_, workspace, access, "", Environment::system())
                    .value()},
          session_{open_->session(host::read_session_file(session_file).value()).value()} {}

    Outcome run(const std::string& command, const Record& parameters) {
        Outcome outcome = open_->dispatcher().run({.command = command, .parameters = parameters},
                                                  &session_);
        if (!outcome.is_done()) throw std::runtime_error{gravest(outcome.problems).code};
        return outcome;
    }

private:
    const host::Modules modules_{{.language = "en"}};
    std::unique_ptr<host::OpenWorkspace> open_;
    Session session_;
};

void show_screens(Books& books, const std::string& account, const std::string& month) {
    const Record page{{"account", account}, {"month", month}, {"limit", 50}};
    std::vector<double> times;
    for (int run = 0; run < 51; ++run)
        times.push_back(milliseconds_of([&] { books.run("bk.account.page", page); }));
    std::printf("{\"first_ms\":%.3f,\"p50_ms\":%.3f}\n", times.front(), at(times, 50));
}

class Appended {
public:
    explicit Appended(const std::string& path)
        : path_{path},
          file_{open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600)} {}
    ~Appended() {
        close(file_);
        unlink(path_.c_str());
    }
    Appended(const Appended&) = delete;
    Appended& operator=(const Appended&) = delete;

    void grow() const {
        const std::string block(4096, 'x');
        if (write(file_, block.data(), block.size()) != 4096 || fdatasync(file_) != 0)
            throw std::runtime_error{"not written"};
    }

private:
    std::string path_;
    int file_;
};

Record line(const char* account, const char* side, int yuan) {
    return {{"account", account}, {side, std::to_string(yuan) + ".00"}};
}

// None like another, which an alert would ask about.
Record voucher_of(const std::string& date, int number) {
    return {{"date", date},
            {"attachments", 1},
            {"summary", "购买蔬菜豆制品一批"},
            {"entry", List{line("11001", "debit", number + 1), line("11002", "debit", number + 2),
                           line("101", "credit", 2 * number + 3)}}};
}

void save(Books& books, const std::string& workspace, const std::string& date, int count) {
    const Appended file{workspace + ".appended"};
    std::vector<double> saves, appends;
    for (int run = 0; run < count; ++run) {
        const Record voucher = voucher_of(date, run);
        appends.push_back(milliseconds_of([&] { file.grow(); }));
        saves.push_back(milliseconds_of([&] { books.run("bk.voucher.enter", voucher); }));
    }
    std::printf("{\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"append_p50_ms\":%.3f}\n", at(saves, 50),
                at(saves, 99), at(appends, 50));
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    try {
        if (given.size() != 5) return 2;
        const bool reads = given[0] == "screen";
        Books books{given[1], given[2], reads ? Access::read_only : Access::read_write};
        if (reads)
            show_screens(books, given[3], given[4]);
        else
            save(books, given[1], given[3], std::stoi(given[4]));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return 0;
}
