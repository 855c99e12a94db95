#pragma once

#include <optional>
#include <vector>

#include "domain/canteen_cost.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/store/entity_store.h"

namespace zf::bookkeeping {

// Who ate in a month, and the standard of a person-day.
struct CanteenHeadcounts {
    PeriodKey period;
    std::optional<Money> standard;
    std::vector<Headcount> rows;

    bool operator==(const CanteenHeadcounts&) const = default;
};

// Person-days by month (tables bk_canteen_month, bk_headcount).
class CanteenMonthStore {
public:
    CanteenMonthStore(Reader reader, Id<Book> book);

    std::optional<Stored<CanteenHeadcounts>> find(PeriodKey period) const;
    // The newest one before a month: what the next is likely to be.
    std::optional<Stored<CanteenHeadcounts>> newest_before(PeriodKey period) const;

    Stored<CanteenHeadcounts> save(const Transaction& transaction,
                                   const Stored<CanteenHeadcounts>& changed,
                                   const Stamp& stamp) const;

private:
    std::vector<Headcount> rows_of(std::int64_t id) const;
    std::optional<Stored<CanteenHeadcounts>> first_of(std::string_view condition,
                                                      const Bounds& bounds) const;

    Connection& connection_;
    Id<Book> book_;
};

}  // namespace zf::bookkeeping
