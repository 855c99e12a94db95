#pragma once

#include <string_view>

#include "zhangfang/base/money.h"
#include "zhangfang/base/rounding.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// What a person types where an amount belongs: an amount ("1,234.50"), a red one with the sign in
// front or behind ("86.40-"), or a calculation ("12.5*8+3"), whose result is rounded to the fen. An
// amount that is typed is never rounded. Errors: formula.amount and those of formulas.
ZF_EXPORT Result<Money> amount_from_cell(std::string_view text, Rounding rounding);

}  // namespace zf
