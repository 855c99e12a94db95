#pragma once

#include "zhangfang/access/session.h"
#include "zhangfang/command/environment.h"
#include "zhangfang/command/progress.h"
#include "zhangfang/command/request.h"
#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/store/entity_store.h"
#include "zhangfang/store/transaction.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zf {

// One row that a command touched, as the trail binds it.
struct BoundRow {
    std::string table;
    std::int64_t key = 0;
    std::string before;  // hex content hash; "" when it did not exist
    std::string after;   // hex; "" when it is gone
    std::string state;
};

// Many rows that a set command wrote: at most 10,000 a chunk, digest over key ‖ hash ‖ state in key order.
struct BoundChunk {
    std::string table;
    std::int64_t first_key = 0, last_key = 0, count = 0;
    std::string digest;
};

// What a handler changed, said and found.
struct Changes {
    std::vector<ChangedRows> changed;
    std::vector<BoundRow> rows;
    std::vector<BoundChunk> chunks;
    Message said;
    Record result;
    Problems notices;
};

// What a handler of a reading command or a report works with: one snapshot.
class ZF_EXPORT ReadContext {
public:
    virtual ~ReadContext();
    virtual const Snapshot& snapshot() const = 0;
    virtual const Session& session() const = 0;
    virtual const BookKinds& book_kinds() const = 0;
    virtual Progress& progress() const = 0;
    virtual std::string now() const = 0;  // UTC instant
    virtual Date today() const = 0;
    virtual const std::string& language() const = 0;  // "zh_CN"
    virtual std::string place() const = 0;            // where the permission was found: "book:3" or ""
};

// What a handler of a writing command works with. It takes nothing from outside: no clock, file or random source of its
// own, so that a command can be replayed.
class ZF_EXPORT CommandContext {
public:
    virtual ~CommandContext();
    virtual const Transaction& transaction() const = 0;
    virtual const Session& session() const = 0;
    virtual const BookKinds& book_kinds() const = 0;
    virtual Progress& progress() const = 0;
    virtual std::string now() const = 0;
    virtual Date today() const = 0;
    virtual std::string random_hex(std::size_t bytes) = 0;
    virtual const std::string& reason() const = 0;
    virtual const std::string& station() const = 0;
    virtual std::string place() const = 0;
    virtual bool is_acknowledged(std::string_view code) const = 0;

    Id<Operator> operator_id() const { return session().who().id; }
    // A further right, declared in `.may_ask`: nothing when granted, else the refusal.
    virtual std::optional<Problem> require(std::string_view permission, std::string_view place) const = 0;
    // Sorts what rules found: refuses on errors not lifted and alerts not acknowledged; the rest are notices.
    virtual std::optional<Problem> settle(const Problems& found, Changes& changes) = 0;
};

}  // namespace zf
