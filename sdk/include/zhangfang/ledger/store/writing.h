#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/ledger/touched.h"
#include "zhangfang/store/entity_store.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// Decides what findings mean to this request: nothing when the change may go on, else the refusal.
// A command hands in its context's settle(), so that acknowledged alerts and lifted errors are
// decided in one place.
using Settle = std::function<std::optional<Problem>(const Problems&)>;

// Refuses on every error, and on alerts whose code is not in the list.
ZF_EXPORT Settle settle_with(std::vector<std::string> acknowledged = {});

// What every action of the ledger writes with. Each action locks its book first, asks the rules,
// then writes; it answers what it touched. A refusal has written nothing.
struct Writing {
    const Transaction& transaction;
    const BookKinds& kinds;
    Stamp stamp;
    Settle settle = settle_with();
};

// Called from long actions with rows done and rows to do (0: not known); it may throw to stop them.
using Tick = std::function<void(std::int64_t done, std::int64_t total)>;

}  // namespace zf
