#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

#include "zhangfang/report/document.h"

namespace zf::reports {

// Pulls rows with a look ahead: the layout samples the first ones, and asks whether a row is the
// last one before it is placed. After the sample, rows are pulled into memory used before.
class RowSource {
public:
    explicit RowSource(std::unique_ptr<RowCursor> cursor) : cursor_{std::move(cursor)} {}

    // Up to `count` rows that come next, still to be taken.
    const std::deque<ReportRow>& look_ahead(std::size_t count) {
        while (waiting_.size() < count && pull()) {
        }
        return waiting_;
    }

    bool has_next() { return !waiting_.empty() || pull(); }

    // The next row; what the row held before is used for a later one.
    bool next(ReportRow& row) {
        if (!has_next()) return false;
        std::swap(row, waiting_.front());
        spare_ = std::move(waiting_.front());
        waiting_.pop_front();
        return true;
    }

private:
    bool pull() {
        if (cursor_ == nullptr) return false;
        spare_.cells.clear();
        spare_.kind = RowKind::detail;
        spare_.rule = RowRule::none;
        spare_.link.reset();
        spare_.is_voided = false;
        spare_.groups.clear();
        if (!cursor_->next(spare_)) {
            cursor_.reset();
            return false;
        }
        waiting_.push_back(std::move(spare_));
        return true;
    }

    std::unique_ptr<RowCursor> cursor_;
    std::deque<ReportRow> waiting_;
    ReportRow spare_;
};

}  // namespace zf::reports
