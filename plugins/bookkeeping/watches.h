#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf::bookkeeping {

// What should be nothing: invariants of the books, and what waits for somebody.
void describe_watches(Registry& registry);

}  // namespace zf::bookkeeping
