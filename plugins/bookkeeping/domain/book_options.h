#pragma once

#include "zhangfang/ledger/book.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// Options that a canteen cannot loosen: a summary of at least four characters, cash never below
// zero, review before posting. Each finding is bk.book.option_fixed at the option's place.
Problems problems_of_canteen_options(const BookOptions& options);

}  // namespace zf::bookkeeping
