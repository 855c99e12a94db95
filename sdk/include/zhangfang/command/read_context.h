#pragma once

#include <string>

#include "zhangfang/access/session.h"
#include "zhangfang/base/date.h"
#include "zhangfang/command/progress.h"
#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/store/transaction.h"

namespace zf {

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
    virtual std::string place() const = 0;  // where the permission was found: "book:3" or ""

    // Somebody signed in is asked before `session()` is: a command with Needs::workspace may run
    // without.
    virtual bool has_session() const = 0;
    Id<Operator> operator_id() const { return session().who().id; }
};

}  // namespace zf
