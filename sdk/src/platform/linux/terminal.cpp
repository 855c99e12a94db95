#include "zhangfang/platform/terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include "system_fault.h"

namespace zf::platform {

static int handle_of(Stream stream) {
    switch (stream) {
        case Stream::input: return STDIN_FILENO;
        case Stream::output: return STDOUT_FILENO;
        case Stream::errors: return STDERR_FILENO;
    }
    return -1;
}

bool is_terminal(Stream stream) {
    return ::isatty(handle_of(stream)) == 1;
}

namespace {

// Keeps the terminal from showing what is typed.
class HiddenTyping {
public:
    explicit HiddenTyping(int terminal) : terminal_{terminal} {
        ::tcgetattr(terminal_, &before_);
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(terminal_, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping() { ::tcsetattr(terminal_, TCSAFLUSH, &before_); }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

private:
    int terminal_;
    termios before_{};
};

void write_text(int handle, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(handle, text.data(), text.size());
        if (written < 0 && errno != EINTR) return;  // nobody can see the question
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::optional<std::string> ask_hidden(std::string_view question) {
    const Handle terminal{::open("/dev/tty", O_RDWR | O_CLOEXEC)};
    if (!terminal) return std::nullopt;
    write_text(terminal.get(), question);
    std::string answer;
    const HiddenTyping hidden{terminal.get()};
    for (char typed = 0; typed != '\n';) {
        const ssize_t count = ::read(terminal.get(), &typed, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::nullopt;
        if (typed != '\n') answer += typed;
    }
    write_text(terminal.get(), "\n");
    return answer;
}

// A signal handler may do next to nothing: it writes one byte into a pipe, and a thread that waits
// there does the rest.
struct InterruptWatch::State {
    static inline int pipe_to_write = -1;

    std::array<int, 2> pipe{-1, -1};
    std::array<struct sigaction, 2> before{};
    std::thread waiting;

    static void on_signal(int) {
        const int error = errno;
        const char interrupted = 'i';
        [[maybe_unused]] const ssize_t written = ::write(pipe_to_write, &interrupted, 1);
        errno = error;
    }
};

static constexpr std::array<int, 2> watched_signals{SIGINT, SIGTERM};

InterruptWatch::InterruptWatch(std::function<void()> act) : state_{std::make_unique<State>()} {
    if (::pipe2(state_->pipe.data(), O_CLOEXEC) != 0) throw_system_fault("pipe");
    State::pipe_to_write = state_->pipe[1];
    state_->waiting = std::thread{[act = std::move(act), handle = state_->pipe[0]] {
        char read = 0;
        while (::read(handle, &read, 1) < 0 && errno == EINTR) {
        }
        if (read == 'i') act();
    }};
    struct sigaction action {};
    action.sa_handler = State::on_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    for (std::size_t i = 0; i < watched_signals.size(); ++i)
        ::sigaction(watched_signals[i], &action, &state_->before[i]);
}

InterruptWatch::~InterruptWatch() {
    for (std::size_t i = 0; i < watched_signals.size(); ++i)
        ::sigaction(watched_signals[i], &state_->before[i], nullptr);
    write_text(state_->pipe[1], "e");
    state_->waiting.join();
    State::pipe_to_write = -1;
    for (const int handle : state_->pipe) ::close(handle);
}

}  // namespace zf::platform
