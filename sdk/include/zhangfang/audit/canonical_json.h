#pragma once

#include "zhangfang/model/value.h"

#include <string>

namespace zf {

// Canonical JSON: UTF-8 in NFC, keys sorted by code point, no spaces, no escapes except " \ and
// controls, integers only (money as minor units, dates as ISO text). The same value always gives
// the same bytes.
ZF_EXPORT std::string canonical_json(const Value& value);

}  // namespace zf
