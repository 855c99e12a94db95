#include "zhangfang/ledger/store/writing.h"

namespace zf {

Settle settle_with(std::vector<std::string> acknowledged) {
    return
        [acknowledged = std::move(acknowledged)](const Problems& found) -> std::optional<Problem> {
            if (!refuses(found, acknowledged)) return std::nullopt;
            Problems standing;
            for (const Problem& problem : found)
                if (refuses({problem}, acknowledged)) standing.push_back(problem);
            return gravest(standing);
        };
}

}  // namespace zf
