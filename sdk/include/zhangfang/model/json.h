#pragma once

#include <string>
#include <string_view>

#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// Values as machines exchange them: money, quantity, price, rate as decimal text, dates as ISO
// text.
ZF_EXPORT std::string to_json(const Value& value);

// Objects become records, arrays lists, strings texts. Numbers must be whole: every number with a
// fraction is a problem request.fraction_as_number at its name and place in the list; so are
// request.bad_json, request.duplicate_name, request.out_of_range.
ZF_EXPORT Expected<Value, Problems> parse_json(std::string_view text);

}  // namespace zf
