#pragma once

#include "commands/book_context.h"

namespace zf::bookkeeping {

// What waits in a book: vouchers by state, gaps, the open month, the last backup.
void set_work(Record& answer, Reader reader, const Book& book);
std::vector<FieldInfo> work_columns();

}  // namespace zf::bookkeeping
