#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column_widths.h"
#include "engine/page_flow.h"
#include "engine/row_source.h"
#include "zhangfang/report/column_sums.h"

namespace zf::reports {

// Lays one table out over as many pages as it needs: repeats its heading, carries its sums over,
// adds its totals, crosses out what stays empty.
class TableLayout {
public:
    TableLayout(PageFlow& flow, const TableBlock& table);

    void run();

private:
    // A row ready to be placed: the text of each cell, and how high it is.
    struct Prepared {
        ReportRow row;
        std::string letters;
        struct CellText {
            std::size_t begin = 0, length = 0;
            Align align = Align::left;
            bool is_figure = false;
        };
        std::vector<CellText> cells;
        int height = 0;
        bool spans = false;  // one text over the whole width

        std::string_view text_of(const CellText& cell) const {
            return std::string_view{letters}.substr(cell.begin, cell.length);
        }
    };

    void share_widths(RowSource& rows);
    std::vector<WidthWish> wishes_at(int size, const std::deque<ReportRow>& sample) const;
    void measure_header();
    void prepare(ReportRow&& row, Prepared& prepared);  // swaps the row with the one before
    void append_cell_text(const Cell& cell, const ReportColumn& column, RowKind kind,
                          std::string& out) const;

    void open_segment(int first_rows);  // with room for rows this high
    void close_segment();
    void draw_header();
    void draw_verticals(int bottom);
    void place(const Prepared& prepared);
    void place_cell(const Prepared& prepared, std::size_t column, const Area& box);
    void rule_above(const Prepared& prepared);
    void draw_pending_rule();
    void break_page(const ReportRow& last);
    void place_totals();
    void cross_out_rest();

    int room_left() const { return bottom_ - y_; }
    bool lines_left(int rows) const;
    int x_of(std::size_t column) const { return edges_[column]; }
    int width_of(std::size_t column) const { return edges_[column + 1] - edges_[column]; }
    bool starts_group(std::size_t column) const;

    PageFlow& flow_;
    PageBuilder& builder_;
    const TableBlock& table_;
    const Catalogue& catalogue_;
    ColumnSums totals_, carried_;

    int size_ = 0;  // of letters
    int row_height_ = 0;
    std::vector<int> edges_;
    std::vector<std::string> labels_, group_labels_;
    bool has_groups_ = false, has_money_grids_ = false;
    int group_height_ = 0, label_height_ = 0, letters_height_ = 0;

    bool is_open_ = false;
    int top_ = 0, y_ = 0, bottom_ = 0;
    int lines_on_page_ = 0;
    RowRule pending_rule_ = RowRule::none;
    bool pending_is_below_ = false;
    Prepared scratch_, ahead_;
    std::vector<std::string_view> lines_;
};

}  // namespace zf::reports
