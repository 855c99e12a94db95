#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf {

// What the sdk itself declares: operators, sessions, the trail, backups, the workspace. The first
// thing in every registry.
ZF_EXPORT void describe_system(Registry& registry);

}  // namespace zf
