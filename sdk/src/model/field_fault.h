#pragma once

#include <string>
#include <string_view>

#include "zhangfang/model/field.h"

namespace zf {

// Wording that reading, checking and taking of parameters share.
Problem fault_at(const FieldInfo& field, int line, std::string code, Message text);
Problem missing_at(const FieldInfo& field, int line);

// What a message may quote of a typed text: its head, and nothing of a secret.
std::string quoted(const FieldInfo& field, std::string_view text);

// "money" in request.not_a_money.
std::string_view kind_of(ValueType type);

// The field that one item of a list stands for.
FieldInfo item_field(const FieldInfo& list);

void append(Problems& problems, Problems more);

}  // namespace zf
