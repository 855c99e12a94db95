#pragma once

#include <optional>
#include <string>

#include "zhangfang/ledger/book.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// 结账前必须备份: bk.period.backup when the book asks for a backup before closing and the
// newest verified one is older than 24 hours. Instants are UTC, "" when there is none.
std::optional<Problem> why_backup_missing(const BookOptions& options, const std::string& newest,
                                          const std::string& now);

}  // namespace zf::bookkeeping
