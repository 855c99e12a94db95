#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "zhangfang/base/message.h"
#include "zhangfang/command/progress.h"
#include "zhangfang/command/workers.h"

namespace zf::desktop {

// Work on files that no open workspace has workers for: founding, restoring, a sample. It runs on
// a thread of its own and looks to the job panel like every other job.
class SideWork final : public Workers::Job, public Progress {
public:
    // `work` runs at once; `ended` is called on its thread when it returned.
    static std::shared_ptr<SideWork> start(std::function<void(SideWork&)> work,
                                           std::function<void()> ended);
    ~SideWork() override;  // waits for the thread

    // Workers::Job
    Workers::Steps steps() const override;
    bool is_finished() const override { return is_finished_; }
    void cancel() override { is_cancelled_ = true; }

    // Progress
    void step(std::int64_t done, std::int64_t total) override;
    bool is_cancelled() const override { return is_cancelled_; }

    // What is being done at the moment.
    void tell(const Message& doing);
    Message doing() const;

private:
    SideWork() = default;

    mutable std::mutex guard_;
    Message doing_;
    std::atomic<std::int64_t> done_{0}, total_{0};
    std::atomic<bool> is_cancelled_{false}, is_finished_{false};
    std::thread thread_;
};

}  // namespace zf::desktop
