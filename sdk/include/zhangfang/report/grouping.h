#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/report/document.h"

namespace zf {

// Rows that come sorted by their groups get a heading with the group's name before the first one of
// each group, and after the last one a subtotal of the columns that have a total. `levels` is the
// number of groups every row names.
ZF_EXPORT std::unique_ptr<RowCursor> grouped(std::unique_ptr<RowCursor> rows,
                                             std::vector<ReportColumn> columns, std::size_t levels);

}  // namespace zf
