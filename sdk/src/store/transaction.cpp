#include "zhangfang/store/transaction.h"

namespace zf {

Transaction::Transaction(Connection& connection) : connection_{connection} {
    connection_.begin_write();
}

Transaction::~Transaction() {
    if (open_) connection_.rollback();
}

void Transaction::commit() {
    connection_.commit();
    open_ = false;
}

Snapshot::Snapshot(Connection& connection) : connection_{connection} {
    connection_.begin_read();
}

std::optional<std::int64_t> integer_of(Reader reader, std::string_view sql, const Bounds& bounds) {
    std::optional<std::int64_t> first;
    reader.connection().run(sql, bounds, [&](const Row& row) {
        if (!first && !row.is_null(0)) first = row.integer(0);
    });
    return first;
}

std::optional<std::string> text_of(Reader reader, std::string_view sql, const Bounds& bounds) {
    std::optional<std::string> first;
    reader.connection().run(sql, bounds, [&](const Row& row) {
        if (!first && !row.is_null(0)) first = row.text(0);
    });
    return first;
}

std::int64_t insert_returning_id(const Transaction& transaction, std::string_view sql,
                                 const Bounds& bounds) {
    return *integer_of(transaction, std::string{sql} + " RETURNING id", bounds);
}

}  // namespace zf
