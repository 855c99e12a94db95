#pragma once

#include "commands/book_context.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

// The backup that the trade asks for beside the ledger's own checks; passed when the book does not
// ask.
ClosingCheck backup_check(Reader reader, const Book& book, const std::string& now);

// Checks as rows of an answer: what is asked, whether it stands, what blocks.
List check_rows(const std::vector<ClosingCheck>& checks, Reader reader, const Book& book);
std::vector<FieldInfo> check_columns();

}  // namespace zf::bookkeeping
