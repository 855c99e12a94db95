#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf::system {

// Compares the rows of today with what the trail says of them last: a row that was changed, added
// or removed without a command is a finding. Rows that a set command wrote are compared by the
// digest of their chunk, as long as no later command spoke of one of them.
std::vector<Message> binding_findings(const std::vector<BoundTable>& tables,
                                      const Snapshot& snapshot, Progress& progress);

}  // namespace zf::system
