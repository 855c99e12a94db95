#pragma once

#include <functional>
#include <vector>

#include "zhangfang/report/document.h"

namespace zf::reports {

// Adds a figure to a sum that starts as nothing; figures of one column are of one type. Rates and
// prices are not added up: their sums stay nothing.
void add_to(Value& sum, const Value& figure);

// Does this row count in totals and carried sums?
bool counts(const ReportRow& row);

// The sums of chosen columns, exact.
class ColumnSums {
public:
    ColumnSums(const std::vector<ReportColumn>& columns,
               const std::function<bool(const ReportColumn&)>& is_summed);

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

// The row of totals, with its label in the widest column of texts before the first sum.
ReportRow total_row(const TableBlock& table, const ColumnSums& sums);
// The line 过次页 or 承前页, by the table's own function or the plain one.
ReportRow carried_row(const TableBlock& table, const ColumnSums& sums, const ReportRow& last,
                      bool is_brought);

}  // namespace zf::reports
