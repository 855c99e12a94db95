#pragma once

#include <string_view>

#include "zhangfang/store/transaction.h"

namespace zf {

// The first statement of a writing command: on PostgreSQL seats that write in one book ("book:3")
// wait for each other here, so that nothing they read in it changes under them. SQLite has one
// writer anyway.
void lock_place(const Transaction& transaction, std::string_view place);

}  // namespace zf
