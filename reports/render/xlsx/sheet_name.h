#pragma once

#include <set>
#include <string>
#include <string_view>

#include "zhangfang/base/export.h"

namespace zf::reports {

// Names for sheets: at most 31 characters, without []:*?/\ and apostrophes at the ends, each once
// whatever its case.
class ZF_EXPORT SheetNames {
public:
    std::string name_for(std::string_view wish);

private:
    std::set<std::string> taken_;
};

}  // namespace zf::reports
