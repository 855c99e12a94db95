#include "zhangfang/rules/approval.h"

#include <algorithm>

namespace zf {

std::optional<std::string> role_that_forbids(const ApprovalRoute& route,
                                             const std::vector<Part>& parts, std::int64_t signer) {
    ZF_ASSERT(signer != 0);  // Whoever signs is somebody.
    for (const std::string& role : route.apart_from) {
        const bool holds = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
            return part.role == role && part.person == signer;
        });
        if (holds) return role;
    }
    return std::nullopt;
}

}  // namespace zf
