#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zhangfang/store/connection.h"

namespace zf::backup_tables {

// The migrations that made the tables of a workspace, in the order in which they ran: (module,
// name).
std::vector<std::pair<std::string, std::string>> migrations_of(Connection& connection);

struct ChainHead {
    std::int64_t sequence = 0;
    std::string hash;  // hex
};
ChainHead chain_head_of(Connection& connection);

}  // namespace zf::backup_tables
