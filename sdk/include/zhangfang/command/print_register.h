#pragma once

#include <cstdint>
#include <string_view>

#include "zhangfang/store/transaction.h"

namespace zf {

// How often a document was printed or exported so far (table zf_print): a reprint is marked with
// its number.
ZF_EXPORT std::int64_t print_count(Reader reader, std::string_view what, std::int64_t document);

}  // namespace zf
