#pragma once

#include <map>
#include <string>
#include <vector>

#include "zhangfang/ledger/voucher.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// Combinations of dimension items: ids in the store, (kind, item) codes in values. What was looked
// up is remembered.
class TupleReader {
public:
    TupleReader(Connection& connection, Id<Book> book);

    // 0: none.
    const std::vector<DimensionValue>& values_of(std::int64_t tuple);
    // The tuple of these values; 0 for none, and -1 when no entry has it yet.
    std::int64_t find(const std::vector<DimensionValue>& values);
    // As find, but makes a tuple that is not there yet; every item must exist.
    std::int64_t take(const Transaction& transaction, const std::vector<DimensionValue>& values);

private:
    // Ids of the items, in order; empty when one of them does not exist.
    std::vector<std::int64_t> item_ids(const std::vector<DimensionValue>& values);

    Connection& connection_;
    Id<Book> book_;
    std::map<std::int64_t, std::vector<DimensionValue>> values_;
    std::map<std::pair<std::string, std::string>, std::int64_t> items_;
    std::map<std::vector<std::int64_t>, std::int64_t> tuples_;
};

}  // namespace zf
