#include "engine/grid_cells.h"

#include <algorithm>
#include <limits>

#include "engine/cell_text.h"

namespace zf::reports {

namespace {

constexpr int same_place = 16;  // edges closer than 1.6 mm are one

// A text or an amount with its box.
struct Item {
    int x = 0, y = 0, right = 0, bottom = 0;
    GridCell cell;
};

std::vector<Item> items_of(const GridBlock& grid, const Catalogue& catalogue) {
    std::vector<Item> items;
    for (const GridText& text : grid.texts) {
        const std::string content = text.is_message ? written(catalogue, text.text, text.arguments)
                                                    : text.text;
        // Files of cells have no pages to count.
        if (content.empty() || text.is_drawn_only || text.counts_pages) continue;
        items.push_back(
            {.x = text.x,
             .y = text.y,
             .right = text.x + text.width,
             .bottom = text.y + text.height,
             .cell = {.value = content, .align = text.align, .emphasis = text.emphasis}});
    }
    for (const GridAmount& amount : grid.amounts) {
        if (amount.zero_is_blank && amount.amount.is_zero()) continue;
        items.push_back(
            {.x = amount.x,
             .y = amount.y,
             .right = amount.x + amount.width,
             .bottom = amount.y + amount.height,
             .cell = {.value = amount.amount, .align = Align::right, .emphasis = amount.emphasis}});
    }
    return items;
}

std::vector<int> joined(std::vector<int> edges) {
    std::sort(edges.begin(), edges.end());
    std::vector<int> kept;
    for (const int edge : edges) {
        if (kept.empty() || edge - kept.back() > same_place) kept.push_back(edge);
    }
    return kept;
}

int place_of(const std::vector<int>& edges, int edge) {
    const auto after = std::upper_bound(edges.begin(), edges.end(), edge);
    return static_cast<int>(after - edges.begin()) - 1;
}

// Two items in one cell become one text; where figures meet texts, the later gives way to the
// right.
void add_cell(GridRow& row, GridCell cell) {
    for (GridCell& other : row.cells) {
        const bool overlaps = cell.column < other.column + other.columns &&
                              other.column < cell.column + cell.columns;
        if (!overlaps) continue;
        auto* text = cell.value.if_a<std::string>();
        auto* before = other.value.if_a<std::string>();
        if (text != nullptr && before != nullptr) {
            other.value = *before + " " + *text;
            return;
        }
        if (other.column < cell.column) {
            other.columns = cell.column - other.column;
        } else {
            cell.columns = std::max(1, other.column - cell.column);
            if (cell.column == other.column) cell.column += other.columns;
        }
    }
    row.cells.push_back(std::move(cell));
}

}  // namespace

GridCells cells_of(const GridBlock& grid, const Catalogue& catalogue) {
    std::vector<Item> items = items_of(grid, catalogue);
    std::vector<int> xs, ys;
    for (const Item& item : items) {
        xs.push_back(item.x);
        xs.push_back(item.right);
        ys.push_back((item.y + item.bottom) / 2);
    }
    xs = joined(std::move(xs));
    ys = joined(std::move(ys));
    int ruled_from = std::numeric_limits<int>::max(), ruled_to = 0;
    for (const GridLine& line : grid.lines) {
        if (line.x1 != line.x2) continue;
        ruled_from = std::min({ruled_from, line.y1, line.y2});
        ruled_to = std::max({ruled_to, line.y1, line.y2});
    }

    GridCells cells;
    for (std::size_t edge = 0; edge + 1 < xs.size(); ++edge) {
        cells.column_widths.push_back(xs[edge + 1] - xs[edge]);
    }
    cells.rows.resize(ys.size());
    for (std::size_t row = 0; row < ys.size(); ++row) {
        const int next = row + 1 < ys.size() ? ys[row + 1] : ys[row] + 60;
        cells.rows[row].height = next - ys[row];
    }
    for (Item& item : items) {
        const int middle = (item.y + item.bottom) / 2;
        item.cell.column = place_of(xs, item.x);
        item.cell.columns = std::max(1, place_of(xs, item.right) - item.cell.column);
        item.cell.is_ruled = middle > ruled_from && middle < ruled_to;
        add_cell(cells.rows[static_cast<std::size_t>(place_of(ys, middle))], std::move(item.cell));
    }
    for (GridRow& row : cells.rows) {
        std::sort(
            row.cells.begin(), row.cells.end(),
            [](const GridCell& left, const GridCell& right) { return left.column < right.column; });
    }
    return cells;
}

}  // namespace zf::reports
