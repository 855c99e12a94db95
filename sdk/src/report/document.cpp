#include "zhangfang/report/document.h"

#include <cstddef>
#include <utility>

namespace zf {

RowCursor::~RowCursor() = default;

namespace {

class VectorCursor final : public RowCursor {
public:
    explicit VectorCursor(std::vector<ReportRow> rows) : rows_{std::move(rows)} {}

    bool next(ReportRow& row) override {
        if (next_ == rows_.size()) return false;
        row = std::move(rows_[next_++]);
        return true;
    }

private:
    std::vector<ReportRow> rows_;
    std::size_t next_ = 0;
};

class FunctionCursor final : public RowCursor {
public:
    explicit FunctionCursor(std::function<bool(ReportRow&)> next) : next_{std::move(next)} {}

    bool next(ReportRow& row) override { return next_(row); }

private:
    std::function<bool(ReportRow&)> next_;
};

}  // namespace

std::unique_ptr<RowCursor> cursor_over(std::vector<ReportRow> rows) {
    return std::make_unique<VectorCursor>(std::move(rows));
}

std::unique_ptr<RowCursor> cursor_from(std::function<bool(ReportRow&)> next) {
    return std::make_unique<FunctionCursor>(std::move(next));
}

Cell words(std::string id, std::vector<Argument> arguments) {
    Cell cell;
    cell.value = std::move(id);
    cell.is_message = true;
    cell.arguments = std::move(arguments);
    return cell;
}

PaperSize size_of(Paper paper) {
    switch (paper) {
        case Paper::a4_portrait:
        case Paper::a4_two_up: return {2100, 2970};
        case Paper::a4_landscape: return {2970, 2100};
        case Paper::a5_landscape: return {2100, 1480};
        case Paper::voucher_240x140: return {2400, 1400};
        case Paper::voucher_240x120: return {2400, 1200};
        case Paper::voucher_120x210: return {1200, 2100};
        case Paper::voucher_210x140: return {2100, 1400};
        case Paper::voucher_210x120: return {2100, 1200};
        case Paper::continuous_241x140: return {2410, 1400};
        case Paper::continuous_241x279: return {2410, 2794};
        case Paper::cover_245x150: return {2450, 1500};
    }
    return {2100, 2970};
}

}  // namespace zf
