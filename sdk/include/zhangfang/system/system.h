#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf {

// What the sdk itself declares: operators, sessions, the trail, backups, the workspace. The first
// thing in every registry. Its commands look declarations up in `registry`, which must live as long
// as they may run.
ZF_EXPORT void describe_system(Registry& registry);

}  // namespace zf
