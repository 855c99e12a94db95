#pragma once

#include <string>
#include <string_view>

#include "zhangfang/base/export.h"
#include "zhangfang/model/value.h"

namespace zf::reports {

// Would a spreadsheet run this text as a formula? Its first character that can be seen decides,
// full-width signs too.
ZF_EXPORT bool looks_like_formula(std::string_view text);

// Would a spreadsheet that opens the file change this text? Digits with a leading zero lose it,
// those beyond the fifteenth become zeros.
ZF_EXPORT bool loses_digits(std::string_view text);

// One field after RFC 4180: quoted where it must be. Texts that look like formulas get an
// apostrophe before them; figures are written plainly and never do.
ZF_EXPORT void append_field(std::string& line, const Value& value);

}  // namespace zf::reports
