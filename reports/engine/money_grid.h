#pragma once

#include "engine/page_builder.h"
#include "zhangfang/report/form_grid.h"

namespace zf::reports {

// 金额格: eleven columns from 亿 to 分. The same rules as sdk/report/form_grid.h, for tables.
void draw_money_letters(PageBuilder& builder, const Area& box);
void draw_money_columns(PageBuilder& builder, const Area& box);

// The digits of an amount in those columns, red when negative, with a minus sign before them.
// False, and nothing drawn, when it needs more columns than there are.
bool draw_money_digits(PageBuilder& builder, const Area& box, Money amount, TextStyle style,
                       bool has_currency_sign);

}  // namespace zf::reports
