#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/cell_text.h"
#include "engine/grid_cells.h"
#include "engine/page_flow.h"
#include "engine/row_source.h"
#include "render/output_file.h"
#include "render/renderers.h"
#include "render/xlsx/workbook.h"
#include "zhangfang/report/column_sums.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

namespace {

constexpr std::int64_t rows_per_step = 1000;
constexpr std::size_t sample_size = 200;
// Longer tables have the sheet's own gridlines instead of borders at every cell, which would make
// the file a third larger.
constexpr std::size_t bordered_rows_max = 2000;
constexpr std::size_t sheet_count_max = 200;  // each open sheet holds a file of its own
constexpr double widest_column = 60;

std::uint8_t paper_code(Paper paper) {
    switch (paper) {
        case Paper::a4_portrait:
        case Paper::a4_landscape:
        case Paper::a4_two_up: return 9;
        case Paper::a5_landscape: return 11;
        default: return 0;  // the printer's own
    }
}

double inches(int tenths) {
    return tenths / 254.0;
}
double points(int tenths) {
    return tenths * 72 / 254.0;
}

class XlsxWriter {
public:
    XlsxWriter(const Document& document, const Catalogue& catalogue, Workbook& book,
               const StepFunction& step, std::int64_t rows_per_sheet)
        : document_{document},
          frame_{frame_of(document)},
          catalogue_{catalogue},
          book_{book},
          step_{step},
          row_count_max_{static_cast<lxw_row_t>(rows_per_sheet)} {
        sheet_wish_ = title_ = title_of(document, catalogue);
    }

    void write() {
        bool is_printed = true;
        for (const Block& block : document_.blocks) {
            if (const auto* frame = std::get_if<PageFrame>(&block)) is_printed = frame->is_printed;
            if (is_printed) std::visit(*this, block);
        }
        if (sheet_ == nullptr) open_sheet();
        write_signatures();
    }

    void operator()(const TableBlock& table);
    void operator()(const GridBlock& grid) {
        need_sheet();
        write_grid(grid);
    }
    void operator()(const GridsBlock& grids) {
        if (!grids.grids) return;
        need_sheet();
        const auto next = grids.grids();
        while (const auto grid = next()) {
            write_grid(*grid);
            ++row_;
            count_row();
        }
    }
    void operator()(const KeyValuesBlock& block) {
        need_sheet();
        write_key_values(block.items);
    }
    void operator()(const TextBlock& block) {
        need_sheet();
        XlsxStyle style;
        style.is_ruled = false;
        style.is_bold = block.emphasis == Emphasis::bold;
        style.is_red = block.emphasis == Emphasis::red;
        write_value(sheet_, row_++, 0, catalogue_.text(block.text), book_.format(style));
    }
    void operator()(const PageBreak&) {}
    void operator()(const Bookmark& bookmark) {
        const std::string title = title_of(bookmark, catalogue_);
        sheet_wish_ = bookmark.code.empty() ? title : bookmark.code + " " + title;
        starts_sheet_ = bookmark.level == 0;
    }
    void operator()(const ContentsBlock&) {}
    void operator()(const PageFrame& frame) {
        if (sheet_ != nullptr) write_signatures();
        frame_ = frame;
        title_ = written(catalogue_, frame.title, frame.title_arguments);
        if (!starts_sheet_ && !title_.empty()) sheet_wish_ = title_;
        starts_sheet_ = true;
    }

    std::int64_t rows() const { return rows_; }
    std::int64_t cut_texts() const { return cut_texts_; }

private:
    void need_sheet() {
        const bool may_open = sheet_count_ < sheet_count_max;
        if (sheet_ == nullptr || (starts_sheet_ && may_open)) {
            open_sheet();
        } else if (starts_sheet_) {
            row_ += 1;
            write_plain(0, sheet_wish_, true);
            ++row_;
        }
        starts_sheet_ = false;
    }
    void open_sheet();
    void write_key_values(const std::vector<KeyValue>& items);
    void write_signatures();
    void write_plain(lxw_col_t column, const std::string& text, bool is_bold);
    void write_grid(const GridBlock& grid);
    void set_grid_columns(const GridCells& cells);
    void merge_text(lxw_row_t row, int first, int last, const std::string& text,
                    const XlsxStyle& style);

    void begin_table(const TableBlock& table, const std::deque<ReportRow>& sample);
    void set_table_columns(const TableBlock& table, const std::deque<ReportRow>& sample);
    void write_table_heading(const TableBlock& table);
    void write_row(const TableBlock& table, const ReportRow& row);
    XlsxStyle style_of(const ReportRow& row, const Cell& cell, const ReportColumn& column) const;
    lxw_format* plain_format(const TableBlock& table, const Value& value, std::size_t column);
    void write(lxw_col_t column, const Value& value, lxw_format* format) {
        if (!write_value(sheet_, row_, column, value, format)) ++cut_texts_;
    }
    void count_row() {
        if (++rows_ % rows_per_step == 0 && step_) step_(rows_);
    }

    const Document& document_;
    PageFrame frame_;
    const Catalogue& catalogue_;
    Workbook& book_;
    const StepFunction& step_;
    const lxw_row_t row_count_max_;
    std::string title_, sheet_wish_;
    bool starts_sheet_ = false;
    lxw_worksheet* sheet_ = nullptr;
    std::size_t sheet_count_ = 0;
    lxw_row_t row_ = 0;
    bool is_long_ = false;      // the table at hand has no borders
    bool has_columns_ = false;  // the first table or grid of a sheet sets its columns
    std::int64_t rows_ = 0, cut_texts_ = 0;

    // Of ordinary rows, by column: looked up without building a style a cell.
    struct PlainFormat {
        ValueType type = ValueType::none;
        bool is_known = false;
        lxw_format* format = nullptr;
    };
    std::vector<PlainFormat> plain_;
};

void XlsxWriter::open_sheet() {
    sheet_ = book_.add_sheet(sheet_wish_);
    ++sheet_count_;
    row_ = 0;
    has_columns_ = false;
    const PageSetup& page = document_.page;
    if (const auto code = paper_code(page.paper)) worksheet_set_paper(sheet_, code);
    const PaperSize paper = size_of(page.paper);
    if (paper.width > paper.height) worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, inches(page.margin_left), inches(page.margin_right),
                          inches(page.margin_top + 60), inches(page.margin_bottom + 60));
    worksheet_fit_to_pages(sheet_, 1, 0);
    const std::string footer = "&C" +
                               catalogue_.text(Message{"Page {0} of {1}",
                                                       {std::string{"&P"}, std::string{"&N"}}});
    worksheet_set_footer(sheet_, footer.c_str());
    if (!frame_.is_shown || title_.empty()) return;
    XlsxStyle style;
    style.is_ruled = false;
    style.is_bold = style.is_large = true;
    write_value(sheet_, row_++, 0, title_, book_.format(style));
    write_key_values(frame_.heading);
    if (!document_.watermark.empty()) {
        style.is_large = false;
        style.is_red = true;
        write_value(sheet_, row_++, 0, catalogue_.text(std::string_view{document_.watermark}),
                    book_.format(style));
    }
}

void XlsxWriter::write_plain(lxw_col_t column, const std::string& text, bool is_bold) {
    XlsxStyle style;
    style.is_ruled = false;
    style.is_bold = is_bold;
    write_value(sheet_, row_, column, text, book_.format(style));
}

void XlsxWriter::write_key_values(const std::vector<KeyValue>& items) {
    const std::string separator = catalogue_.text(std::string_view{": "});
    for (const KeyValue& item : items) {
        const std::string label = written(catalogue_, item.label, {});
        const std::string value = value_of(item, catalogue_);
        write_plain(0, label.empty() ? value : label + separator + value, false);
        ++row_;
    }
}

void XlsxWriter::write_signatures() {
    if (!frame_.is_shown || frame_.signatures.empty()) return;
    std::string line;
    for (std::size_t place = 0; place < frame_.signatures.size(); ++place) {
        if (!line.empty()) line += "        ";
        line += written(catalogue_, frame_.signatures[place], {}) +
                catalogue_.text(std::string_view{": "});
        if (place < frame_.signed_names.size()) line += frame_.signed_names[place];
    }
    ++row_;
    write_plain(0, line, false);
}

// --- tables

void XlsxWriter::set_table_columns(const TableBlock& table, const std::deque<ReportRow>& sample) {
    std::string text;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        const ReportColumn& column = table.columns[place];
        int width = column_count(written(catalogue_, column.label, column.label_arguments));
        std::size_t seen = 0;
        for (const ReportRow& row : sample) {
            if (++seen > sample_size) break;
            if (place >= row.cells.size() || row.kind == RowKind::heading) continue;
            text.clear();
            append_cell(text, row.cells[place], column, row.kind, catalogue_);
            width = std::max(width, column_count(text));
        }
        // Sums are wider than their parts.
        const bool is_amount = column.type == ValueType::money || column.total == Total::sum;
        const double wanted = std::max(width + 2, is_amount ? 14 : 4);
        worksheet_set_column(sheet_, static_cast<lxw_col_t>(place), static_cast<lxw_col_t>(place),
                             std::min(wanted, widest_column), nullptr);
    }
}

void XlsxWriter::merge_text(lxw_row_t row, int first, int last, const std::string& text,
                            const XlsxStyle& style) {
    lxw_format* format = book_.format(style);
    const auto from = static_cast<lxw_col_t>(first), to = static_cast<lxw_col_t>(last);
    if (first < last) worksheet_merge_range(sheet_, row, from, row, to, "", format);
    write_value(sheet_, row, from, text, format);
}

void XlsxWriter::write_table_heading(const TableBlock& table) {
    XlsxStyle style;
    style.is_bold = style.wraps = true;
    style.align = Align::centre;
    const auto& columns = table.columns;
    const bool has_groups = std::any_of(columns.begin(), columns.end(),
                                        [](const auto& each) { return !each.group.empty(); });
    if (has_groups) {
        for (std::size_t first = 0; first < columns.size();) {
            std::size_t end = first + 1;
            while (!columns[first].group.empty() && end < columns.size() &&
                   columns[end].group == columns[first].group) {
                ++end;
            }
            merge_text(row_, static_cast<int>(first), static_cast<int>(end) - 1,
                       written(catalogue_, columns[first].group, columns[first].group_arguments),
                       style);
            first = end;
        }
        ++row_;
    }
    for (std::size_t place = 0; place < columns.size(); ++place) {
        write_value(sheet_, row_, static_cast<lxw_col_t>(place),
                    written(catalogue_, columns[place].label, columns[place].label_arguments),
                    book_.format(style));
    }
    ++row_;
}

void XlsxWriter::begin_table(const TableBlock& table, const std::deque<ReportRow>& sample) {
    const bool is_first = !has_columns_;
    if (is_first) set_table_columns(table, sample);
    if (!is_first) ++row_;
    const lxw_row_t top = row_;
    write_table_heading(table);
    if (is_long_) worksheet_gridlines(sheet_, LXW_SHOW_ALL_GRIDLINES);
    if (is_first) {
        worksheet_repeat_rows(sheet_, top, row_ - 1);
        worksheet_freeze_panes(sheet_, row_, 0);
    }
    has_columns_ = true;
}

XlsxStyle XlsxWriter::style_of(const ReportRow& row, const Cell& cell,
                               const ReportColumn& column) const {
    XlsxStyle style;
    const bool is_total = row.kind == RowKind::total || row.kind == RowKind::subtotal;
    style.number_format = number_format_of(cell.value, column.decimals,
                                           column.zero_is_blank && !is_total);
    style.align = alignment_of(cell.value, column);
    style.is_bold = is_total || row.kind == RowKind::heading || cell.emphasis == Emphasis::bold;
    style.is_red = cell.emphasis == Emphasis::red;
    style.is_struck = row.is_voided;
    style.is_ruled = !is_long_ || row.rule != RowRule::none;
    style.wraps = !is_long_ && cell.value.type() == ValueType::text && column.width >= 400;
    style.below = row.rule == RowRule::single_black ? RowRule::none : row.rule;
    style.above = row.rule == RowRule::double_red ? RowRule::single_red : row.rule;
    return style;
}

// Quantities, prices and rates show as many decimals as they have, so their format is their own.
lxw_format* XlsxWriter::plain_format(const TableBlock& table, const Value& value,
                                     std::size_t column) {
    const bool varies = value.type() == ValueType::quantity || value.type() == ValueType::price ||
                        value.type() == ValueType::rate;
    PlainFormat& plain = plain_[column];
    if (plain.is_known && plain.type == value.type() && !varies) return plain.format;
    plain = {.type = value.type(), .is_known = true};
    const bool is_text = value.type() == ValueType::text || value.is_none();
    if (is_long_ && is_text && table.columns[column].align == Align::left) return nullptr;
    Cell cell;
    cell.value = value;
    plain.format = book_.format(style_of(ReportRow{}, cell, table.columns[column]));
    return plain.format;
}

void XlsxWriter::write_row(const TableBlock& table, const ReportRow& row) {
    const bool is_plain = row.kind == RowKind::detail && row.rule == RowRule::none &&
                          !row.is_voided;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        const auto column = static_cast<lxw_col_t>(place);
        if (place >= row.cells.size()) {
            write(column, {}, plain_format(table, {}, place));
            continue;
        }
        const Cell& cell = row.cells[place];
        lxw_format* format = is_plain && cell.emphasis == Emphasis::none
                                 ? plain_format(table, cell.value, place)
                                 : book_.format(style_of(row, cell, table.columns[place]));
        if (cell.is_message) {
            write(column, written(catalogue_, cell.value.as<std::string>(), cell.arguments),
                  format);
        } else {
            write(column, cell.value, format);
        }
    }
    ++row_;
}

void XlsxWriter::operator()(const TableBlock& table) {
    need_sheet();
    RowSource rows{table.rows ? table.rows() : nullptr};
    ColumnSums totals = ColumnSums::of_totals(table.columns);
    plain_.assign(table.columns.size(), {});
    is_long_ = rows.look_ahead(bordered_rows_max + 1).size() > bordered_rows_max;
    begin_table(table, rows.look_ahead(0));
    ReportRow row;
    while (rows.next(row)) {
        if (row_ == row_count_max_) {  // the sheet is full; a next one continues
            open_sheet();
            begin_table(table, rows.look_ahead(sample_size));
        }
        totals.add(row);
        write_row(table, row);
        count_row();
    }
    if (!table.has_totals) return;
    if (row_ == row_count_max_) {
        open_sheet();
        begin_table(table, {});
    }
    write_row(table, total_row(table, totals));
}

// --- sheets of official shape

void XlsxWriter::set_grid_columns(const GridCells& cells) {
    for (std::size_t column = 0; column < cells.column_widths.size(); ++column) {
        // A character of the usual size is 1.9 mm wide.
        worksheet_set_column(sheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                             cells.column_widths[column] / 19.0, nullptr);
    }
    has_columns_ = true;
}

void XlsxWriter::write_grid(const GridBlock& grid) {
    const GridCells cells = cells_of(grid, catalogue_);
    if (row_ + cells.rows.size() + 1 >= row_count_max_) open_sheet();
    if (!has_columns_) set_grid_columns(cells);
    for (const GridRow& row : cells.rows) {
        worksheet_set_row(sheet_, row_, std::clamp(points(row.height), 15.0, 400.0), nullptr);
        for (const GridCell& cell : row.cells) {
            XlsxStyle style;
            style.number_format = number_format_of(cell.value, 0, false);
            style.align = cell.align;
            style.is_bold = cell.emphasis == Emphasis::bold;
            style.is_red = cell.emphasis == Emphasis::red;
            style.is_ruled = cell.is_ruled;
            style.wraps = cell.is_ruled && cell.value.type() == ValueType::text;
            lxw_format* format = book_.format(style);
            const auto first = static_cast<lxw_col_t>(cell.column);
            if (cell.columns > 1) {
                worksheet_merge_range(sheet_, row_, first, row_,
                                      static_cast<lxw_col_t>(cell.column + cell.columns - 1), "",
                                      format);
            }
            write(first, cell.value, format);
        }
        ++row_;
    }
}

Result<Rendered> render_xlsx(const Document& document, const std::string& path,
                             const Catalogue& catalogue, const StepFunction& step,
                             const RenderOptions& options) {
    OutputFile file{path};
    Workbook book{file.part_path()};
    book.set_properties(title_of(document, catalogue), document.printed_at);
    XlsxWriter writer{document, catalogue, book, step, options.rows_per_sheet};
    writer.write();
    if (const lxw_error fault = book.close(); fault != LXW_NO_ERROR) {
        return not_written(path, lxw_strerror(fault));
    }
    if (auto problem = file.put_in_place()) return *std::move(problem);

    Rendered rendered{.files = {path}, .rows = writer.rows()};
    if (writer.cut_texts() > 0) {
        rendered.notes.push_back(
            {.code = "report.text.cut",
             .level = Level::notice,
             .text = {"{0} texts are longer than a spreadsheet cell holds (32,767 characters) and "
                      "were cut there.",
                      {writer.cut_texts()}}});
    }
    return rendered;
}

}  // namespace
}  // namespace zf::reports

extern "C" ZF_EXPORT const zf::reports::XlsxDriver zf_xlsx_driver;
const zf::reports::XlsxDriver zf_xlsx_driver{{&zf::reports::render_xlsx}};
