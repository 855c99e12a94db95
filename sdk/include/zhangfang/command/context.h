#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/command/read_context.h"
#include "zhangfang/command/request.h"
#include "zhangfang/ledger/touched.h"
#include "zhangfang/store/entity_store.h"
#include "zhangfang/store/transaction.h"
#include "zhangfang/store/workspace.h"

namespace zf {

// One row, or many that a set command wrote, as the trail binds them.
using BoundRow = TouchedRow;
using BoundChunk = TouchedChunk;

// A value that a command replaced, for the reader of the trail: before and after in two columns.
struct Difference {
    std::string of;     // natural key of the thing: an account code, "2008-01/记-17"
    std::string field;  // English message id
    Value before, after;
};

// What differs between two contents of one thing, by its declared fields; secrets show as changed
// only.
ZF_EXPORT std::vector<Difference> differences_between(const std::vector<FieldInfo>& fields,
                                                      std::string_view of, const Record& before,
                                                      const Record& after);

template <class T>
std::vector<Difference> differences_between(const std::vector<Field<T>>& fields,
                                            std::string_view of, const T& before, const T& after) {
    std::vector<FieldInfo> infos;
    for (const auto& each : fields) infos.push_back(each.info);
    return differences_between(infos, of, to_record(fields, before), to_record(fields, after));
}

// What a handler changed, said and found.
struct Changes {
    std::vector<ChangedRows> changed;
    std::vector<BoundRow> rows;
    std::vector<BoundChunk> chunks;
    std::vector<Difference> differences;
    Message said;
    Record result;
    Problems notices;
    // The command is refused, and yet what it wrote stays: a failed try is counted. Return it
    // before writing more.
    std::optional<Problem> refusal;
    // Of a command that needs no session: whom it turned out to be.
    std::optional<Operator> who;
};

// What a handler of a writing command works with. It takes nothing from outside: no clock, file or
// random source of its own, so that a command can be replayed.
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

    virtual bool has_session() const = 0;
    Id<Operator> operator_id() const { return session().who().id; }
    // The same transaction as a query sees it, for what reading and writing commands share.
    virtual ReadContext& reading() = 0;
    // A further right, declared in `.may_ask`: nothing when granted, else the refusal.
    virtual std::optional<Problem> require(std::string_view permission,
                                           std::string_view place) const = 0;
    // Sorts what rules found: refuses on errors not lifted and alerts not acknowledged; the rest
    // are notices.
    virtual std::optional<Problem> settle(const Problems& found, Changes& changes) = 0;
};

// What an external command works with while no transaction is open.
class ZF_EXPORT ExternalContext {
public:
    virtual ~ExternalContext();
    virtual Workspace& workspace() const = 0;
    virtual const Session& session() const = 0;
    virtual Progress& progress() const = 0;
    virtual std::string now() const = 0;
    virtual Date today() const = 0;
    virtual std::string random_hex(std::size_t bytes) = 0;
    virtual const std::string& reason() const = 0;
    virtual const std::string& station() const = 0;
    virtual const std::string& program_version() const = 0;
    virtual std::string place() const = 0;
    // One snapshot, closed again when `work` returns.
    virtual void read(const std::function<void(ReadContext&)>& work) = 0;
};

}  // namespace zf
