#include "zhangfang/rules/problem.h"

#include <algorithm>

namespace zf {

static bool refuses(const Problem& problem, const std::vector<std::string>& acknowledged) {
    switch (problem.level) {
        case Level::notice: return false;
        case Level::alert:
            return std::find(acknowledged.begin(), acknowledged.end(), problem.code) ==
                   acknowledged.end();
        case Level::error:
        case Level::fatal: return true;
    }
    return true;
}

bool refuses(const Problems& problems, const std::vector<std::string>& acknowledged) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Problem& problem) { return refuses(problem, acknowledged); });
}

const Problem& gravest(const Problems& problems) {
    ZF_ASSERT(!problems.empty());
    return *std::max_element(
        problems.begin(), problems.end(),
        [](const Problem& one, const Problem& other) { return one.level < other.level; });
}

}  // namespace zf
