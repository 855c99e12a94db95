#pragma once

#include <string>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"

namespace zf::reports {

// A sheet of official shape as rows and columns, for files that have cells instead of places.
struct GridCell {
    int column = 0, columns = 1;
    Value value;  // a text, or an amount as a number
    Align align = Align::left;
    Emphasis emphasis = Emphasis::none;
    bool is_ruled = false;  // stands inside the ruled part of the sheet
};
struct GridRow {
    int height = 0;               // 0.1 mm, to the next row
    std::vector<GridCell> cells;  // from left to right, none over another
};
struct GridCells {
    std::vector<int> column_widths;  // 0.1 mm
    std::vector<GridRow> rows;
};

ZF_EXPORT GridCells cells_of(const GridBlock& grid, const Catalogue& catalogue);

}  // namespace zf::reports
