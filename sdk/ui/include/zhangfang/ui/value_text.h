#pragma once

#include "zhangfang/ui/ui_host.h"

namespace zf {

// How a value stands on the screen: 1,234.56 with thousands commas, ISO dates, 是 or 否, the label
// of a choice.
ZF_EXPORT wxString display_text(const UiHost& host, const FieldInfo& field, const Value& value);

// Right for numbers, left for the rest.
ZF_EXPORT bool is_number(ValueType type);

// Full-width digits and signs typed with an input method on count as their half-width ones in
// codes, amounts, dates.
ZF_EXPORT wxString normalised_input(const FieldInfo& field, const wxString& typed);

}  // namespace zf
