#include "tuples.h"

#include <algorithm>

#include "rows.h"

namespace zf {

using namespace ledger_rows;

TupleReader::TupleReader(Connection& connection, Id<Book> book)
    : connection_{connection},
      book_{book} {
    values_[0] = {};
}

const std::vector<DimensionValue>& TupleReader::values_of(std::int64_t tuple) {
    const auto known = values_.find(tuple);
    if (known != values_.end()) return known->second;
    std::vector<DimensionValue>& values = values_[tuple];
    connection_.run("SELECT k.code, i.code FROM zf_tuple_item AS t JOIN zf_dimension_item AS i "
                    "ON i.id = t.item JOIN zf_dimension_kind AS k ON k.id = i.kind WHERE t.tuple "
                    "= ? ORDER BY k.code",
                    {tuple}, [&](const Row& row) {
                        values.push_back({text_at(row, 0), text_at(row, 1)});
                    });
    return values;
}

std::vector<std::int64_t> TupleReader::item_ids(const std::vector<DimensionValue>& values) {
    std::vector<std::int64_t> ids;
    for (const DimensionValue& value : values) {
        auto known = items_.find({value.kind, value.item});
        if (known == items_.end()) {
            connection_.run(
                "SELECT i.id FROM zf_dimension_item AS i JOIN zf_dimension_kind AS k ON k.id = "
                "i.kind WHERE k.book = ? AND k.code = ? AND i.code = ?",
                {book_.value, value.kind, value.item}, [&](const Row& row) {
                    known = items_.insert({{value.kind, value.item}, row.integer(0)}).first;
                });
            if (known == items_.end()) return {};
        }
        ids.push_back(known->second);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::int64_t TupleReader::find(const std::vector<DimensionValue>& values) {
    if (values.empty()) return 0;
    const std::vector<std::int64_t> ids = item_ids(values);
    if (ids.empty()) return -1;
    const auto known = tuples_.find(ids);
    if (known != tuples_.end()) return known->second;
    std::string key;
    for (const std::int64_t id : ids) key += (key.empty() ? "" : ",") + std::to_string(id);
    std::int64_t tuple = -1;
    connection_.run("SELECT id FROM zf_tuple WHERE book = ? AND items = ?", {book_.value, key},
                    [&](const Row& row) { tuple = row.integer(0); });
    if (tuple > 0) tuples_[ids] = tuple;
    return tuple;
}

std::int64_t TupleReader::take(const Transaction& transaction,
                               const std::vector<DimensionValue>& values) {
    const std::int64_t found = find(values);
    if (found >= 0) return found;
    const std::vector<std::int64_t> ids = item_ids(values);
    ZF_ASSERT(!ids.empty());
    std::string key;
    for (const std::int64_t id : ids) key += (key.empty() ? "" : ",") + std::to_string(id);
    const std::int64_t tuple = insert_returning_id(
        transaction, "INSERT INTO zf_tuple (book, items) VALUES (?, ?)", {book_.value, key});
    for (const std::int64_t id : ids)
        connection_.run("INSERT INTO zf_tuple_item (tuple, item) VALUES (?, ?)", {tuple, id});
    tuples_[ids] = tuple;
    return tuple;
}

}  // namespace zf
