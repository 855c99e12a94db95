#pragma once

#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

// Vouchers that wait for somebody, counted over all months.
struct WaitingVouchers {
    std::int64_t held = 0;
    std::int64_t unreviewed = 0;
    std::int64_t marked_wrong = 0;  // of those unreviewed
    std::int64_t unposted = 0;      // reviewed, not posted yet
};

WaitingVouchers waiting_vouchers(Reader reader, Id<Book> book);

}  // namespace zf::bookkeeping
