#pragma once

#include "zhangfang/command/context.h"
#include "zhangfang/model/field.h"

namespace zf {

// An error that passed because a right lifted it.
struct Lifted {
    std::string code;
    std::string permission;
};

// What a command came to, as the trail's payload keeps it under "rows": the rows it bound, what it
// said, what it found.
struct Findings {
    std::vector<std::string> acknowledged;
    std::vector<Lifted> lifted;
    Problems problems;
};
Value trail_rows(const Changes& changes, const Findings& findings);

// The parameters with every secret replaced, in lists of lines too.
Record masked(const std::vector<FieldInfo>& fields, const Record& record);

}  // namespace zf
