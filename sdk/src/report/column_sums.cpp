#include "zhangfang/report/column_sums.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zf {

namespace {

Value zero_of(ValueType type) {
    switch (type) {
        case ValueType::money: return Money{};
        case ValueType::quantity: return Quantity{};
        case ValueType::integer: return std::int64_t{0};
        default: return {};
    }
}

// Where the label of a sum row stands: the widest column of texts before the first sum, so that a
// long word has room; the first column where figures come first.
std::size_t label_column(const std::vector<ReportColumn>& columns, const ColumnSums& sums) {
    const std::size_t end = sums.empty() ? columns.size() : sums.columns().front();
    std::size_t best = 0;
    for (std::size_t place = 0; place < end; ++place) {
        const bool is_text = columns[place].type == ValueType::text;
        const bool best_is_text = columns[best].type == ValueType::text;
        const bool is_wider = columns[place].width > columns[best].width;
        if (is_text && (!best_is_text || is_wider)) best = place;
    }
    return best;
}

}  // namespace

void add_to(Value& sum, const Value& figure) {
    if (const auto* money = figure.if_a<Money>()) {
        const auto* before = sum.if_a<Money>();
        sum = before == nullptr ? *money : *before + *money;
    } else if (const auto* quantity = figure.if_a<Quantity>()) {
        const auto* before = sum.if_a<Quantity>();
        sum = before == nullptr ? *quantity : *before + *quantity;
    } else if (const auto* count = figure.if_a<std::int64_t>()) {
        const auto* before = sum.if_a<std::int64_t>();
        std::int64_t result = before == nullptr ? 0 : *before;
        if (__builtin_add_overflow(result, *count, &result)) throw Overflow{};
        sum = result;
    }
}

bool counts(const ReportRow& row) {
    return row.kind == RowKind::detail && !row.is_voided;
}

ColumnSums::ColumnSums(const std::vector<ReportColumn>& columns,
                       const std::function<bool(const ReportColumn&)>& is_summed) {
    for (std::size_t place = 0; place < columns.size(); ++place) {
        if (!is_summed(columns[place])) continue;
        chosen_.push_back(place);
        zeros_.push_back(zero_of(columns[place].type));
    }
    sums_ = zeros_;
}

void ColumnSums::add(const ReportRow& row) {
    if (!counts(row)) return;
    for (std::size_t place = 0; place < chosen_.size(); ++place) {
        if (chosen_[place] < row.cells.size()) {
            add_to(sums_[place], row.cells[chosen_[place]].value);
        }
    }
}

void ColumnSums::restart() {
    sums_ = zeros_;
}

ColumnSums ColumnSums::of_totals(const std::vector<ReportColumn>& columns) {
    return {columns, [](const ReportColumn& each) { return each.total == Total::sum; }};
}

ReportRow sum_row(const std::vector<ReportColumn>& columns, const ColumnSums& sums, Cell label,
                  RowKind kind) {
    ReportRow row;
    row.kind = kind;
    row.cells.resize(columns.size());
    if (row.cells.empty()) return row;
    row.cells[label_column(columns, sums)] = std::move(label);
    for (std::size_t place = 0; place < sums.columns().size(); ++place) {
        row.cells[sums.columns()[place]] = Cell{.value = sums.values()[place]};
    }
    return row;
}

ReportRow total_row(const TableBlock& table, const ColumnSums& sums) {
    return sum_row(table.columns, sums, words(table.totals_label), RowKind::total);
}

ReportRow carried_row(const TableBlock& table, const ColumnSums& sums, const ReportRow& last,
                      bool is_brought) {
    const Carrying& carrying = table.carrying;
    if (carrying.line) {
        ReportRow row = carrying.line(sums.values(), last, is_brought);
        row.kind = RowKind::carried;
        return row;
    }
    return sum_row(table.columns, sums,
                   words(is_brought ? carrying.brought_forward : carrying.carried_forward),
                   RowKind::carried);
}

}  // namespace zf
