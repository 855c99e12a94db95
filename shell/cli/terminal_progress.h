#pragma once

#include <atomic>
#include <chrono>
#include <ostream>

#include "zhangfang/command/progress.h"

namespace zf::cli {

// Shows on a terminal how far a command has come, and ends it when Ctrl+C was pressed.
class TerminalProgress : public Progress {
public:
    explicit TerminalProgress(std::ostream* shown) : shown_{shown} {}  // nullptr shows nothing
    ~TerminalProgress() override;

    void step(std::int64_t done, std::int64_t total) override;
    void cancel() { is_cancelled_ = true; }  // from any thread
    bool is_cancelled() const override { return is_cancelled_; }

private:
    std::ostream* shown_;
    std::chrono::steady_clock::time_point next_{};
    std::size_t letters_ = 0;  // on the terminal's line now
    std::atomic<bool> is_cancelled_ = false;
};

}  // namespace zf::cli
