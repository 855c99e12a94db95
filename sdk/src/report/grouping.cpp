#include "zhangfang/report/grouping.h"

#include <deque>
#include <utility>

#include "zhangfang/report/column_sums.h"

namespace zf {

namespace {

class GroupedCursor final : public RowCursor {
public:
    GroupedCursor(std::unique_ptr<RowCursor> rows, std::vector<ReportColumn> columns,
                  std::size_t levels)
        : rows_{std::move(rows)},
          columns_{std::move(columns)},
          levels_{levels},
          sums_(levels, ColumnSums::of_totals(columns_)) {}

    bool next(ReportRow& row) override {
        while (ready_.empty() && !at_end_) pull();
        if (ready_.empty()) return false;
        row = std::move(ready_.front());
        ready_.pop_front();
        return true;
    }

private:
    // One more row: what closes before it, what opens with it, and the row itself.
    void pull() {
        ReportRow row;
        if (!rows_->next(row)) {
            at_end_ = true;
            close_from(0);
            return;
        }
        row.groups.resize(levels_);
        std::size_t level = 0;
        while (level < open_.size() && open_[level].value == row.groups[level].value) ++level;
        close_from(level);
        for (; level < levels_; ++level) open(row.groups[level]);
        for (ColumnSums& sums : sums_) sums.add(row);
        ready_.push_back(std::move(row));
    }

    void open(const Cell& name) {
        ReportRow heading;
        heading.kind = RowKind::heading;
        heading.cells.push_back(name);
        ready_.push_back(std::move(heading));
        open_.push_back(name);
    }

    void close_from(std::size_t level) {
        while (open_.size() > level) {
            ColumnSums& sums = sums_[open_.size() - 1];
            if (!sums.empty()) {
                ready_.push_back(sum_row(columns_, sums, words("Subtotal"), RowKind::subtotal));
            }
            sums.restart();
            open_.pop_back();
        }
    }

    std::unique_ptr<RowCursor> rows_;
    std::vector<ReportColumn> columns_;
    std::size_t levels_;
    std::vector<ColumnSums> sums_;  // of each level
    std::vector<Cell> open_;
    std::deque<ReportRow> ready_;
    bool at_end_ = false;
};

}  // namespace

std::unique_ptr<RowCursor> grouped(std::unique_ptr<RowCursor> rows,
                                   std::vector<ReportColumn> columns, std::size_t levels) {
    return std::make_unique<GroupedCursor>(std::move(rows), std::move(columns), levels);
}

}  // namespace zf
