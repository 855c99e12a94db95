#pragma once

#include "zhangfang/plugin/registry.h"

namespace zf::system {

// Compares the rows of today with what the trail says of them, walking it back from its end: each
// entry says what its rows were after it, and what they had been before. A row that was changed,
// added or removed without a command is a finding.
std::vector<Message> binding_findings(const std::vector<BoundTable>& tables,
                                      const Snapshot& snapshot, Progress& progress);

}  // namespace zf::system
