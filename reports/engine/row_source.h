#pragma once

#include "zhangfang/report/document.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

namespace zf::reports {

// Pulls rows with a look ahead: the layout samples the first ones, and asks whether a row is the
// last one before it is placed.
class RowSource {
public:
    explicit RowSource(std::unique_ptr<RowCursor> cursor) : cursor_{std::move(cursor)} {}

    // Up to `count` rows that come next, still to be taken.
    const std::deque<ReportRow>& look_ahead(std::size_t count) {
        while (waiting_.size() < count && !at_end_) {
            ReportRow row;
            if (cursor_ != nullptr && cursor_->next(row)) {
                waiting_.push_back(std::move(row));
            } else {
                at_end_ = true;
            }
        }
        return waiting_;
    }

    bool has_next() { return !look_ahead(1).empty(); }
    ReportRow take() {
        ReportRow row = std::move(look_ahead(1).front());
        waiting_.pop_front();
        return row;
    }

private:
    std::unique_ptr<RowCursor> cursor_;
    std::deque<ReportRow> waiting_;
    bool at_end_ = false;
};

}  // namespace zf::reports
