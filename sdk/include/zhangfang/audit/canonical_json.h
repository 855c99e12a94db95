#pragma once

#include <string>
#include <string_view>

#include "zhangfang/model/value.h"

namespace zf {

// Canonical JSON: UTF-8 in NFC, keys sorted by code point, no spaces, no escapes except " \ and
// controls, integers only (money as minor units, dates as ISO text). The same value always gives
// the same bytes.
ZF_EXPORT std::string canonical_json(const Value& value);

// The text of one member of a canonical object, as written; empty when it has none of that name.
// What is stored is looked into and never serialised again.
ZF_EXPORT std::string_view canonical_member(std::string_view json, std::string_view name);

}  // namespace zf
