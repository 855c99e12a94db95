#pragma once

#include <string>

#include "zhangfang/command/request.h"
#include "zhangfang/store/connection.h"

namespace zf {

// What is told when the environment failed: what happened, what was kept, what to do. `place` is
// the workspace's address as the operator knows it.
ZF_EXPORT Problem problem_of(const StoreError& error, const std::string& place);

// environment for what nobody in the trade caused; refused where another seat's rows stood in the
// way.
ZF_EXPORT Status status_of(StoreFault fault);

}  // namespace zf
