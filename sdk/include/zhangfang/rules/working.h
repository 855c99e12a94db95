#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zhangfang/base/message.h"

namespace zf {

struct WorkingStep {
    std::string rule;  // "bk.publication.daily_cost"
    Argument result;
    std::vector<std::pair<std::string, Argument>> inputs;
};

// A rule writes down its steps, so that a clerk may ask "why". Shown, never stored; none() costs
// nothing.
class ZF_EXPORT Working {
public:
    Working() = default;
    static Working& none();

    // Notes the step and returns its result.
    template <class T>
    T step(const char* rule, T result, std::vector<std::pair<std::string, Argument>> inputs) {
        if (kept_) steps_.push_back({rule, Argument{result}, std::move(inputs)});
        return result;
    }
    const std::vector<WorkingStep>& steps() const { return steps_; }

private:
    explicit Working(bool kept) : kept_{kept} {}
    bool kept_ = true;
    std::vector<WorkingStep> steps_;
};

}  // namespace zf
