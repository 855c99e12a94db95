#include "zhangfang/command/progress.h"

namespace zf {

Cancelled::Cancelled() : std::runtime_error{"cancelled"} {}
Cancelled::~Cancelled() = default;

Progress::~Progress() = default;

namespace {
class NoProgress : public Progress {
    void step(std::int64_t, std::int64_t) override {}
};
}  // namespace

Progress& Progress::none() {
    static NoProgress progress;
    return progress;
}

}  // namespace zf
