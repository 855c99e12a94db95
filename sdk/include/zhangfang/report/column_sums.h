#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/report/document.h"

namespace zf {

// Adds a figure to a sum that starts as nothing; figures of one column are of one type. Rates and
// prices are not added up: their sums stay nothing. Throws Overflow.
ZF_EXPORT void add_to(Value& sum, const Value& figure);

// Does this row count in totals and carried sums?
ZF_EXPORT bool counts(const ReportRow& row);

// The sums of chosen columns, exact.
class ZF_EXPORT ColumnSums {
public:
    ColumnSums(const std::vector<ReportColumn>& columns,
               const std::function<bool(const ReportColumn&)>& is_summed);
    // Those of the columns that have a total.
    static ColumnSums of_totals(const std::vector<ReportColumn>& columns);

    void add(const ReportRow& row);
    void restart();
    bool empty() const { return chosen_.empty(); }

    // One value for each chosen column; a zero of the column's type before the first figure.
    const std::vector<Value>& values() const { return sums_; }
    const std::vector<std::size_t>& columns() const { return chosen_; }

private:
    std::vector<std::size_t> chosen_;
    std::vector<Value> zeros_;
    std::vector<Value> sums_;
};

// A row of sums with its label in the widest column of texts before the first sum.
ZF_EXPORT ReportRow sum_row(const std::vector<ReportColumn>& columns, const ColumnSums& sums,
                            Cell label, RowKind kind);
ZF_EXPORT ReportRow total_row(const TableBlock& table, const ColumnSums& sums);
// The line 过次页 or 承前页, by the table's own function or the plain one.
ZF_EXPORT ReportRow carried_row(const TableBlock& table, const ColumnSums& sums,
                                const ReportRow& last, bool is_brought);

}  // namespace zf
