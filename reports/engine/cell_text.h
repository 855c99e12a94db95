#pragma once

#include <string>
#include <string_view>

#include "zhangfang/base/export.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"

namespace zf::reports {

// How a value is written on paper: amounts with thousands commas and two decimals, quantities and
// prices with at least `decimals` of them, dates as 2008-01-31, true as √, false and nothing blank.
ZF_EXPORT void append_value(std::string& out, const Value& value, int decimals = 0);
ZF_EXPORT void append_money(std::string& out, Money amount);
ZF_EXPORT void append_integer(std::string& out, std::int64_t value);

// A cell in its column: messages in the reader's language, zero blank where the column wants it,
// except in totals. In monochrome print negative figures stand in brackets.
ZF_EXPORT void append_cell(std::string& out, const Cell& cell, const ReportColumn& column,
                           RowKind kind, const Catalogue& catalogue, bool is_monochrome = false);

ZF_EXPORT bool is_figure(const Value& value);  // money, quantity, price, rate, integer
ZF_EXPORT bool is_zero(const Value& value);
ZF_EXPORT bool is_negative(const Value& value);

// Figures stand on the right unless the column wants the middle.
ZF_EXPORT Align alignment_of(const Value& value, const ReportColumn& column);

// An id with arguments, or a plain text when it is none.
ZF_EXPORT std::string written(const Catalogue& catalogue, const std::string& id,
                              const std::vector<Argument>& arguments);
ZF_EXPORT std::string value_of(const KeyValue& item, const Catalogue& catalogue);
ZF_EXPORT std::string title_of(const Bookmark& bookmark, const Catalogue& catalogue);
ZF_EXPORT std::string title_of(const Document& document, const Catalogue& catalogue);

}  // namespace zf::reports
