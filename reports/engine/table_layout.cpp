#include "engine/table_layout.h"

#include <algorithm>
#include <utility>

#include "engine/cell_text.h"
#include "engine/money_grid.h"

namespace zf::reports {

static constexpr int padding = 10;  // 1 mm at each side of a cell
static constexpr int smallest_letters = 18;
static constexpr std::size_t sample_size = 60;
static constexpr int thin = 2, strong = 4;

static bool is_bold_kind(RowKind kind) {
    return kind == RowKind::subtotal || kind == RowKind::total || kind == RowKind::heading;
}

static Ink ink_of(const Cell& cell) {
    if (cell.emphasis == Emphasis::red || is_negative(cell.value)) return Ink::red;
    return cell.emphasis == Emphasis::muted ? Ink::grey : Ink::black;
}

TableLayout::TableLayout(PageFlow& flow, const TableBlock& table)
    : flow_{flow},
      builder_{flow.builder()},
      table_{table},
      catalogue_{flow.catalogue()},
      totals_{ColumnSums::of_totals(table.columns)},
      carried_{table.columns, [](const ReportColumn& each) { return each.carries; }} {
    for (const ReportColumn& column : table_.columns) {
        labels_.push_back(written(catalogue_, column.label, column.label_arguments));
        group_labels_.push_back(written(catalogue_, column.group, column.group_arguments));
        has_groups_ = has_groups_ || !column.group.empty();
        has_money_grids_ = has_money_grids_ || column.has_money_grid;
    }
}

bool TableLayout::starts_group(std::size_t column) const {
    return column == 0 || group_labels_[column].empty() ||
           group_labels_[column] != group_labels_[column - 1];
}

// --- before the first row: how wide the columns are, how high the rows

std::vector<WidthWish> TableLayout::wishes_at(int size, const std::deque<ReportRow>& sample) const {
    const TextMeasure& measure = builder_.measure();
    std::vector<WidthWish> wishes;
    std::string text;
    for (std::size_t place = 0; place < table_.columns.size(); ++place) {
        const ReportColumn& column = table_.columns[place];
        // A label may wrap, into lines of two characters at least.
        int least = std::min(measure.width(labels_[place], size), 2 * size);
        int longest = measure.width(labels_[place], size);
        for (const ReportRow& row : sample) {
            if (place >= row.cells.size() || row.kind == RowKind::heading) continue;
            text.clear();
            append_cell_text(row.cells[place], column, row.kind, text);
            const int width = measure.width(text, size);
            longest = std::max(longest, width);
            const bool wraps = row.cells[place].value.type() == ValueType::text;
            if (!wraps || width <= 4 * size) least = std::max(least, width);
        }
        if (column.has_money_grid) least = std::max(least, money_grid_columns * size * 2 / 3);
        // Half of the longest sample counts as a wish of its own: a column of short names does
        // not keep the paper from one of long summaries.
        const int wish = std::max(column.width / 2 + longest / 2, least);
        wishes.push_back({.wish = wish + 2 * padding, .least = least + 2 * padding});
    }
    return wishes;
}

void TableLayout::share_widths(RowSource& rows) {
    const auto& sample = rows.look_ahead(sample_size);
    const int available = flow_.area().width;
    size_ = flow_.document().page.text_size;
    std::vector<WidthWish> wishes = wishes_at(size_, sample);
    const auto least_sum = [&wishes] {
        int sum = 0;
        for (const WidthWish& each : wishes) sum += each.least;
        return sum;
    };
    while (least_sum() > available && size_ > smallest_letters) {
        --size_;
        wishes = wishes_at(size_, sample);
    }
    edges_.assign(1, flow_.area().x);
    for (const int width : shared_widths(wishes, available)) {
        edges_.push_back(edges_.back() + width);
    }
}

void TableLayout::measure_header() {
    const auto lines_in = [this](const std::string& label, int width) {
        break_lines(builder_.measure(), label, size_, width - padding, lines_);
        return static_cast<int>(lines_.size());
    };
    int label_lines = 1, group_lines = 1;
    for (std::size_t column = 0; column < labels_.size(); ++column) {
        label_lines = std::max(label_lines, lines_in(labels_[column], width_of(column)));
        if (group_labels_[column].empty() || !starts_group(column)) continue;
        std::size_t end = column + 1;
        while (end < labels_.size() && !starts_group(end)) ++end;
        group_lines = std::max(group_lines,
                               lines_in(group_labels_[column], x_of(end) - x_of(column)));
    }
    const auto height_of = [this](int lines) {
        return size_ + (lines - 1) * line_pitch(size_) + 24;
    };
    group_height_ = has_groups_ ? height_of(group_lines) : 0;
    label_height_ = height_of(label_lines);
    letters_height_ = has_money_grids_ ? size_ + 10 : 0;

    row_height_ = size_ * 2;
    if (table_.rows_per_page > 0) {
        const int header = group_height_ + label_height_ + letters_height_;
        const int share = (flow_.area().height - header) / table_.rows_per_page;
        row_height_ = std::clamp(share, line_pitch(size_) + 4, size_ * 7 / 2);
    }
}

void TableLayout::append_cell_text(const Cell& cell, const ReportColumn& column, RowKind kind,
                                   std::string& out) const {
    append_cell(out, cell, column, kind, catalogue_, builder_.options().is_monochrome);
}

void TableLayout::prepare(ReportRow&& row, Prepared& prepared) {
    std::swap(prepared.row, row);
    prepared.letters.clear();
    prepared.cells.clear();
    prepared.spans = prepared.row.kind == RowKind::heading;
    std::size_t most_lines = 1;
    const std::size_t count = std::min(prepared.row.cells.size(), table_.columns.size());
    for (std::size_t place = 0; place < count; ++place) {
        const Cell& cell = prepared.row.cells[place];
        Prepared::CellText text{.begin = prepared.letters.size()};
        append_cell_text(cell, table_.columns[place], prepared.row.kind, prepared.letters);
        text.length = prepared.letters.size() - text.begin;
        text.align = alignment_of(cell.value, table_.columns[place]);
        text.is_figure = cell.value.type() != ValueType::text;
        prepared.cells.push_back(text);
        if (text.is_figure || text.length == 0 || prepared.spans) continue;
        const std::string_view content = prepared.text_of(text);
        const int room = width_of(place) - 2 * padding;
        if (builder_.measure().width(content, size_) <= room &&
            content.find('\n') == std::string_view::npos) {
            continue;
        }
        break_lines(builder_.measure(), content, size_, room, lines_);
        most_lines = std::max(most_lines, lines_.size());
    }
    const int needed = size_ + static_cast<int>(most_lines - 1) * line_pitch(size_) + 16;
    // A cell higher than a page is cut there; nothing else can be done on paper.
    const int most = flow_.area().height - group_height_ - label_height_ - letters_height_ -
                     2 * row_height_;
    prepared.height = std::clamp(needed, row_height_, std::max(row_height_, most));
}

// --- the part of the table on one page

void TableLayout::open_segment(int first_rows) {
    const int header = group_height_ + label_height_ + letters_height_;
    flow_.need(header + first_rows);
    const Area room = flow_.room();
    top_ = y_ = room.y;
    bottom_ = room.bottom();
    is_open_ = true;
    lines_on_page_ = 0;
    draw_header();
    y_ += header;
    pending_rule_ = RowRule::none;
    pending_is_below_ = false;
}

void TableLayout::draw_header() {
    const int middle = top_ + group_height_;
    const int letters_top = middle + label_height_;
    const int bottom = letters_top + letters_height_;
    const int right = edges_.back();
    builder_.rule(edges_.front(), top_, right, top_, strong);
    const TextStyle style{.size = size_, .is_bold = true};
    for (std::size_t column = 0; column < labels_.size(); ++column) {
        const bool in_group = !group_labels_[column].empty();
        const bool has_letters = table_.columns[column].has_money_grid;
        const int label_top = in_group ? middle : top_;
        const int label_bottom = has_letters ? letters_top : bottom;
        const Area box{.x = x_of(column) + padding / 2,
                       .y = label_top,
                       .width = width_of(column) - padding,
                       .height = label_bottom - label_top};
        builder_.text_in(box, labels_[column], style, Align::centre);
        if (has_letters) {
            const Area letters{.x = x_of(column),
                               .y = letters_top,
                               .width = width_of(column),
                               .height = letters_height_};
            builder_.rule(letters.x, letters.y, letters.right(), letters.y, thin);
            draw_money_letters(builder_, letters);
        }
        if (!in_group || !starts_group(column)) continue;
        std::size_t end = column + 1;
        while (end < labels_.size() && !starts_group(end)) ++end;
        builder_.text_in({.x = x_of(column) + padding / 2,
                          .y = top_,
                          .width = x_of(end) - x_of(column) - padding,
                          .height = group_height_},
                         group_labels_[column], style, Align::centre);
        builder_.rule(x_of(column), middle, x_of(end), middle, thin);
    }
    builder_.rule(edges_.front(), bottom, right, bottom, thin);
}

void TableLayout::draw_verticals(int bottom) {
    const int middle = top_ + group_height_;
    for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
        const bool is_outer = edge == 0 || edge + 1 == edges_.size();
        const int from = is_outer || starts_group(edge) ? top_ : middle;
        builder_.rule(edges_[edge], from, edges_[edge], bottom, is_outer ? strong : thin);
    }
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
        if (!table_.columns[column].has_money_grid) continue;
        const int from = middle + label_height_;
        draw_money_columns(
            builder_,
            {.x = x_of(column), .y = from, .width = width_of(column), .height = bottom - from});
    }
}

void TableLayout::close_segment() {
    if (!is_open_) return;
    const bool has_red = pending_rule_ != RowRule::none && pending_is_below_;
    if (has_red) {
        draw_pending_rule();
    } else {
        builder_.rule(edges_.front(), y_, edges_.back(), y_, strong);
    }
    draw_verticals(y_);
    flow_.advance(y_ - top_);
    is_open_ = false;
}

// Rules lie between rows: the one below a row and the one above the next are the same line, and
// the more important of the two is drawn.
void TableLayout::rule_above(const Prepared& prepared) {
    const bool first_on_page = lines_on_page_ == 0;
    RowRule above = prepared.row.rule;
    if (above == RowRule::double_red) above = RowRule::single_red;
    if (!pending_is_below_ || pending_rule_ == RowRule::none ||
        (pending_rule_ == RowRule::single_black && above != RowRule::none)) {
        pending_rule_ = above;
    }
    if (first_on_page && pending_rule_ == RowRule::none) return;  // the heading's own line
    draw_pending_rule();
}

void TableLayout::draw_pending_rule() {
    const int left = edges_.front(), right = edges_.back();
    switch (pending_rule_) {
        case RowRule::none: builder_.rule(left, y_, right, y_, thin); break;
        case RowRule::single_red: builder_.rule(left, y_, right, y_, strong, Ink::red); break;
        case RowRule::double_red:
            builder_.rule(left, y_ - 4, right, y_ - 4, 3, Ink::red);
            builder_.rule(left, y_ + 4, right, y_ + 4, 3, Ink::red);
            break;
        case RowRule::single_black: builder_.rule(left, y_, right, y_, strong + 2); break;
    }
    pending_rule_ = RowRule::none;
    pending_is_below_ = false;
}

void TableLayout::place(const Prepared& prepared) {
    rule_above(prepared);
    const int left = edges_.front(), width = edges_.back() - edges_.front();
    const Area line{.x = left, .y = y_, .width = width, .height = prepared.height};
    if (prepared.spans) {
        for (const auto& cell : prepared.cells) {
            if (cell.length == 0) continue;
            builder_.text_in({.x = left + padding,
                              .y = y_,
                              .width = width - 2 * padding,
                              .height = prepared.height},
                             prepared.text_of(cell), {.size = size_, .is_bold = true});
            break;
        }
    } else {
        for (std::size_t column = 0; column < prepared.cells.size(); ++column) {
            place_cell(
                prepared, column,
                {.x = x_of(column), .y = y_, .width = width_of(column), .height = prepared.height});
        }
    }
    if (prepared.row.link) builder_.link(line, *prepared.row.link);
    if (prepared.row.is_voided) {
        const int middle = y_ + prepared.height / 2;
        builder_.rule(left + padding, middle, left + width - padding, middle, strong);
    }
    y_ += prepared.height;
    ++lines_on_page_;
    const RowRule rule = prepared.row.rule;
    if (rule == RowRule::single_red || rule == RowRule::double_red) {
        pending_rule_ = rule;
        pending_is_below_ = true;
    }
}

void TableLayout::place_cell(const Prepared& prepared, std::size_t column, const Area& box) {
    const Cell& cell = prepared.row.cells[column];
    const auto& text = prepared.cells[column];
    const TextStyle style{.size = size_,
                          .ink = ink_of(cell),
                          .is_bold = cell.emphasis == Emphasis::bold ||
                                     is_bold_kind(prepared.row.kind)};
    if (cell.link) builder_.link(box, *cell.link);
    if (text.length == 0) return;
    const Money* money = cell.value.if_a<Money>();
    if (money != nullptr && table_.columns[column].has_money_grid &&
        draw_money_digits(builder_, box, *money, style, false)) {
        return;
    }
    const Area inner{
        .x = box.x + padding, .y = box.y, .width = box.width - 2 * padding, .height = box.height};
    if (text.is_figure) {
        builder_.figure_in(inner, prepared.text_of(text), style, text.align);
    } else {
        builder_.text_in(inner, prepared.text_of(text), style, text.align);
    }
}

bool TableLayout::lines_left(int rows) const {
    return table_.rows_per_page == 0 || lines_on_page_ + rows <= table_.rows_per_page;
}

// --- the whole table

void TableLayout::break_page(const ReportRow& last) {
    if (table_.carrying.is_on) {
        prepare(carried_row(table_, carried_, last, false), scratch_);
        place(scratch_);
    }
    close_segment();
    flow_.finish_page();
    open_segment(row_height_);
    if (table_.carrying.is_on) {
        prepare(carried_row(table_, carried_, last, true), scratch_);
        place(scratch_);
    }
}

void TableLayout::run() {
    if (table_.columns.empty()) return;
    RowSource rows{table_.rows ? table_.rows() : nullptr};
    share_widths(rows);
    measure_header();
    const int carried_height = table_.carrying.is_on ? row_height_ : 0;
    const int carried_lines = table_.carrying.is_on ? 1 : 0;
    const int total_height = table_.has_totals ? row_height_ : 0;
    // The heading never stands alone at the foot of a page.
    int first_rows = row_height_;
    if (rows.has_next()) {
        prepare(ReportRow{rows.look_ahead(1).front()}, ahead_);
        first_rows = ahead_.height + std::max(row_height_, carried_height);
    }
    open_segment(first_rows);
    ReportRow last;
    int rows_since_break = 0;
    ReportRow row;
    while (rows.next(row)) {
        prepare(std::move(row), ahead_);
        const bool is_last = !rows.has_next();
        // The last row stays where its totals fit below it; any other leaves room to carry over.
        const int below = is_last ? total_height : carried_height;
        const int lines_below = is_last ? (table_.has_totals ? 1 : 0) : carried_lines;
        const bool fits = ahead_.height + below <= room_left() && lines_left(1 + lines_below);
        if (!fits && rows_since_break > 0) {
            break_page(last);
            rows_since_break = 0;
        }
        place(ahead_);
        ++rows_since_break;
        carried_.add(ahead_.row);
        totals_.add(ahead_.row);
        if (table_.carrying.restarts && table_.carrying.restarts(ahead_.row)) carried_.restart();
        std::swap(last, ahead_.row);
    }
    if (table_.has_totals) place_totals();
    if (table_.crosses_out_rest) cross_out_rest();
    close_segment();
}

void TableLayout::place_totals() {
    prepare(total_row(table_, totals_), scratch_);
    place(scratch_);
}

void TableLayout::cross_out_rest() {
    const int first = y_;
    int y = y_;
    int lines = lines_on_page_;
    const bool is_limited = table_.rows_per_page > 0;
    while (y + row_height_ <= bottom_ && (!is_limited || lines < table_.rows_per_page)) {
        y += row_height_;
        ++lines;
    }
    if (y == first) return;
    while (y_ < y) {
        draw_pending_rule();
        y_ += row_height_;
    }
    builder_.rule(edges_.back(), first, edges_.front(), y, 3);
}

}  // namespace zf::reports
