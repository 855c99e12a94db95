#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf::bookkeeping {

// Rights of the books, the presets of the manual, and what should not be in one hand.
void describe_permissions(Registry& registry);

}  // namespace zf::bookkeeping
