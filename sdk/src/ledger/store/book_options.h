#pragma once

#include <string_view>

#include "zhangfang/ledger/book.h"
#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// Options as the store keeps them: a JSON object.
Record record_of(const BookOptions& options);
BookOptions options_from(std::string_view json);

Problems problems_of_options(const BookOptions& options);

}  // namespace zf
