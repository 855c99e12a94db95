#include "cli/terminal_progress.h"

#include <string>

namespace zf::cli {

TerminalProgress::~TerminalProgress() {
    if (letters_ > 0) *shown_ << '\r' << std::string(letters_, ' ') << '\r' << std::flush;
}

void TerminalProgress::step(std::int64_t done, std::int64_t total) {
    if (is_cancelled_) throw Cancelled{};
    if (shown_ == nullptr) return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds{100};
    std::string text = std::to_string(done);
    if (total > 0) text += " / " + std::to_string(total);
    letters_ = std::max(letters_, text.size());
    *shown_ << '\r' << text << std::string(letters_ - text.size(), ' ') << std::flush;
}

}  // namespace zf::cli
