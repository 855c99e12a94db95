#pragma once

#include "zhangfang/access/operator_store.h"
#include "zhangfang/command/context.h"

namespace zf::system {

// The operator that a login or "#id" names. Problem operator.unknown.
Result<Operator> operator_named(const OperatorStore& store, std::string_view reference);

// An operator before a command changes him; row() is what the trail binds afterwards.
class BoundOperator {
public:
    BoundOperator(const OperatorStore& store, Id<Operator> id);
    BoundRow row() const;

private:
    const OperatorStore& store_;
    BoundRow row_;
};
BoundRow new_operator_row(const OperatorStore& store, Id<Operator> id);

// Who changes a row now; nobody yet where a workspace is founded.
Stamp stamp_of(const CommandContext& context);

std::string operator_hash(const OperatorStore& store, Id<Operator> id);
std::string_view operator_state(const Operator& who);

}  // namespace zf::system
