#include "domain/kind.h"

#include <algorithm>

namespace zf::bookkeeping {

const std::vector<const Kind*>& all_kinds() {
    static const std::vector<const Kind*> kinds{&canteen()};
    return kinds;
}

const Kind* find_kind(const std::string& name) {
    const auto found = std::find_if(all_kinds().begin(), all_kinds().end(),
                                    [&](const Kind* kind) { return kind->book.name == name; });
    return found == all_kinds().end() ? nullptr : *found;
}

}  // namespace zf::bookkeeping
