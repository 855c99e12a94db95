#pragma once

#include "zhangfang/access/operator_store.h"
#include "zhangfang/command/context.h"

namespace zf::system {

// The operator that a login or "#id" names. Problem operator.unknown.
Result<Operator> operator_named(const OperatorStore& store, std::string_view reference);

// The trail's row for an operator, given the hash before the change ("" for a new one).
BoundRow operator_row(const OperatorStore& store, Id<Operator> id, const std::string& before);

// Who changes a row now; nobody yet where a workspace is founded.
Stamp stamp_of(const CommandContext& context);

std::string operator_hash(const OperatorStore& store, Id<Operator> id);

}  // namespace zf::system
