#pragma once

#include <vector>

#include "zhangfang/ledger/book.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

// Name, heads and level of a book as an answer shows them.
Record main_values(const Book& book);
std::vector<FieldInfo> main_columns();

// 账套选项, as an answer shows them.
Record option_values(const BookOptions& options);
std::vector<FieldInfo> option_columns();

}  // namespace zf::bookkeeping
