#pragma once

#include <optional>

#include "zhangfang/ledger/book_kind.h"

namespace zf {

// What the options of a book make of a deficit: stop, warn or nothing.
std::optional<Problem> problem_of(const EntryContext::Deficit& deficit, const Account& account,
                                  const BookOptions& options);

}  // namespace zf
