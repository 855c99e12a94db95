#include "cli/built_ins.h"

#include <iterator>

namespace zf::cli {

const std::vector<BuiltIn>& built_ins() {
    static const std::vector<BuiltIn> all = [] {
        std::vector<BuiltIn> verbs;
        for (auto part : {workspace_verbs(), session_verbs(), backup_verbs(), batch_verbs(),
                          sample_verbs(), description_verbs()})
            verbs.insert(verbs.end(), std::make_move_iterator(part.begin()),
                         std::make_move_iterator(part.end()));
        return verbs;
    }();
    return all;
}

}  // namespace zf::cli
