#include "desktop/side_work.h"

#include <utility>

namespace zf::desktop {

std::shared_ptr<SideWork> SideWork::start(std::function<void(SideWork&)> work,
                                          std::function<void()> ended) {
    std::shared_ptr<SideWork> made{new SideWork};
    made->thread_ = std::thread{
        [raw = made.get(), work = std::move(work), ended = std::move(ended)] {
            work(*raw);
            ended();
            raw->is_finished_ = true;
        }};
    return made;
}

SideWork::~SideWork() {
    if (thread_.joinable()) thread_.join();
}

Workers::Steps SideWork::steps() const {
    return {done_, total_};
}

void SideWork::step(std::int64_t done, std::int64_t total) {
    done_ = done;
    total_ = total;
    if (is_cancelled_) throw Cancelled{};
}

void SideWork::tell(const Message& doing) {
    const std::lock_guard lock{guard_};
    doing_ = doing;
}

Message SideWork::doing() const {
    const std::lock_guard lock{guard_};
    return doing_;
}

}  // namespace zf::desktop
