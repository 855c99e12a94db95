#pragma once

#include "commands/book_context.h"
#include "zhangfang/ledger/store/balances.h"

namespace zf::bookkeeping {

struct PeriodRange {
    PeriodKey from, to;
};

// The months from and to of one year; `to` left out is the first one. Problems of months_asked.
Result<PeriodRange> range_of(Reader reader, const Book& book, const std::string& from,
                             const std::string& to);

inline Include include_of(bool unposted) {
    return unposted ? Include::pending : Include::posted;
}

}  // namespace zf::bookkeeping
