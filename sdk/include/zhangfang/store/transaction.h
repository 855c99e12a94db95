#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "zhangfang/store/connection.h"

namespace zf {

// What stores write through: a connection inside an open writing transaction. Made by the
// dispatcher and by migrations and tests; rolls back when it goes without commit().
class ZF_EXPORT Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Connection& connection() const { return connection_; }
    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

// What queries and reports read through: one snapshot of the workspace.
class ZF_EXPORT Snapshot {
public:
    explicit Snapshot(Connection& connection);
    // What an open writing transaction sees, for questions that reading commands ask too; it ends
    // with the transaction.
    explicit Snapshot(const Transaction& transaction)
        : connection_{transaction.connection()},
          is_own_{false} {}
    ~Snapshot() {
        if (is_own_) connection_.rollback();
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    Connection& connection() const { return connection_; }

private:
    Connection& connection_;
    bool is_own_ = true;
};

// Stores read from either. Only a Transaction can be asked to write, so a reader cannot write by
// mistake: store classes take a Reader for their questions and a Transaction for their actions.
class ZF_EXPORT Reader {
public:
    Reader(const Transaction& transaction) : connection_{transaction.connection()} {}
    Reader(const Snapshot& snapshot) : connection_{snapshot.connection()} {}
    Connection& connection() const { return connection_; }

private:
    Connection& connection_;
};

// The first column of the first row, or nothing.
ZF_EXPORT std::optional<std::int64_t> integer_of(Reader reader, std::string_view sql,
                                                 const Bounds& bounds = {});
ZF_EXPORT std::optional<std::string> text_of(Reader reader, std::string_view sql,
                                             const Bounds& bounds = {});

// Inserts a row of a table whose key is ID_KEY and returns the new id.
ZF_EXPORT std::int64_t insert_returning_id(const Transaction& transaction, std::string_view sql,
                                           const Bounds& bounds);

}  // namespace zf
