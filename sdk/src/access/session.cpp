#include "zhangfang/access/session.h"

#include <algorithm>

namespace zf {

Session::Session(std::string id, Operator who, std::vector<Grant> grants)
    : id_{std::move(id)},
      who_{std::move(who)},
      grants_{std::move(grants)} {}

const Grant* Session::grant_for(std::string_view permission, std::string_view place) const {
    const auto granted_at = [&](std::string_view where) -> const Grant* {
        const auto found = std::find_if(grants_.begin(), grants_.end(), [&](const Grant& grant) {
            return grant.permission == permission && grant.place == where;
        });
        return found == grants_.end() ? nullptr : &*found;
    };
    // What was said of the place itself is the more particular word.
    if (const Grant* here = granted_at(place)) return here;
    return granted_at("");
}

bool Session::may_somewhere(std::string_view permission) const {
    return std::any_of(grants_.begin(), grants_.end(),
                       [&](const Grant& grant) { return grant.permission == permission; });
}

}  // namespace zf
