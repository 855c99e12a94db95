#include "support/child_process.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/folders.h"
#include "support/temporary_folder.h"

namespace zf::test {
namespace {

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

// Starts a program with these as its input, output and errors.
pid_t start(const std::vector<std::string>& words, const std::array<int, 3>& streams) {
    const auto arguments = pointers_to(words);
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error{"fork"};
    if (process > 0) return process;
    for (int i = 0; i < 3; ++i)
        if (streams[static_cast<std::size_t>(i)] >= 0)
            ::dup2(streams[static_cast<std::size_t>(i)], i);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

int code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int opened(const std::string& file, int flags) {
    return ::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& words, const std::string& input) {
    const TemporaryFolder folder;
    const std::array<int, 3> streams{opened(folder.write("in", input), O_RDONLY),
                                     opened(folder.file("out"), O_WRONLY | O_CREAT),
                                     opened(folder.file("errors"), O_WRONLY | O_CREAT)};
    const pid_t process = start(words, streams);
    for (const int stream : streams) ::close(stream);
    int status = 0;
    ::waitpid(process, &status, 0);
    return {code_of(status), content_of(folder.file("out")), content_of(folder.file("errors"))};
}

Child::Child(const std::vector<std::string>& words) {
    std::array<int, 2> to{}, from{};
    if (::pipe2(to.data(), O_CLOEXEC) != 0 || ::pipe2(from.data(), O_CLOEXEC) != 0)
        throw std::runtime_error{"pipe"};
    process_ = start(words, {to[0], from[1], -1});
    ::close(to[0]);
    ::close(from[1]);
    to_ = to[1];
    from_ = from[0];
}

Child::~Child() {
    if (process_ > 0) {
        kill(SIGKILL);
        wait();
    }
    ::close(from_);
}

void Child::write_line(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(to_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error{"the program does not listen"};
}

std::string Child::read_line() {
    for (;;) {
        if (const auto end = read_.find('\n'); end != std::string::npos) {
            std::string line = read_.substr(0, end);
            read_.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> piece{};
        const ssize_t count = ::read(from_, piece.data(), piece.size());
        if (count <= 0) return {};
        read_.append(piece.data(), static_cast<std::size_t>(count));
    }
}

void Child::kill(int signal) {
    ::kill(process_, signal);
}

int Child::wait() {
    ::close(to_);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return code_of(status);
}

std::string built_program(const std::string& name) {
    return (build_folder() / "lib/zhangfang" / name).string();
}

}  // namespace zf::test
