#include <fstream>
#include <set>
#include <string>

#include "engine/cell_text.h"
#include "engine/grid_cells.h"
#include "engine/row_source.h"
#include "render/csv/csv_line.h"
#include "render/output_file.h"
#include "render/renderers.h"
#include "zhangfang/report/column_sums.h"

namespace zf::reports {

namespace {

constexpr std::int64_t rows_per_step = 1000;
constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

// Writes tables one below the other, an empty line between, under its bookmark's title each.
class CsvWriter {
public:
    CsvWriter(const Document& document, const Catalogue& catalogue, std::ostream& out,
              const StepFunction& step)
        : document_{document},
          catalogue_{catalogue},
          out_{out},
          step_{step} {}

    void write() {
        is_lone_ = parts_printed() < 2;
        for_each_printed([this](const Block& block) { std::visit(*this, block); });
    }

    void operator()(const TableBlock& table) {
        begin_part();
        line_.clear();
        for (const ReportColumn& column : table.columns) {
            const std::string group = written(catalogue_, column.group, column.group_arguments);
            const std::string label = written(catalogue_, column.label, column.label_arguments);
            add(group.empty() ? label : group + " " + label);
        }
        end_line();
        RowSource rows{table.rows ? table.rows() : nullptr};
        ColumnSums totals = ColumnSums::of_totals(table.columns);
        ReportRow row;
        while (rows.next(row)) {
            totals.add(row);
            write_row(table, row);
            if (++rows_ % rows_per_step == 0 && step_) step_(rows_);
        }
        if (table.has_totals) write_row(table, total_row(table, totals));
    }
    void operator()(const GridBlock& grid) {
        begin_part();
        write_grid(grid);
    }
    void operator()(const GridsBlock& grids) {
        if (!grids.grids) return;
        const auto next = grids.grids();
        while (const auto grid = next()) {
            begin_part();
            write_grid(*grid);
            if (++rows_ % rows_per_step == 0 && step_) step_(rows_);
        }
    }
    void operator()(const Bookmark& bookmark) { heading_ = title_of(bookmark, catalogue_); }
    void operator()(const KeyValuesBlock&) {}
    void operator()(const TextBlock&) {}
    void operator()(const PageBreak&) {}
    void operator()(const ContentsBlock&) {}
    void operator()(const PageFrame& frame) {
        heading_ = written(catalogue_, frame.title, frame.title_arguments);
    }

    std::int64_t rows() const { return rows_; }
    const std::set<std::string>& columns_at_risk() const { return columns_at_risk_; }

private:
    template <class Action>
    void for_each_printed(Action action) const {
        bool is_printed = true;
        for (const Block& block : document_.blocks) {
            if (const auto* frame = std::get_if<PageFrame>(&block)) is_printed = frame->is_printed;
            if (is_printed) action(block);
        }
    }
    int parts_printed() const {
        int parts = 0;
        for_each_printed([&](const Block& block) {
            if (std::holds_alternative<TableBlock>(block) ||
                std::holds_alternative<GridBlock>(block) ||
                std::holds_alternative<GridsBlock>(block))
                ++parts;
        });
        return parts;
    }

    // A lone table begins with the line of its columns, as other programs expect.
    void begin_part() {
        if (has_part_) out_ << "\r\n";
        if (!is_lone_ && !heading_.empty()) {
            line_.clear();
            add(heading_);
            end_line();
        }
        has_part_ = true;
        heading_.clear();
    }

    void write_row(const TableBlock& table, const ReportRow& row) {
        line_.clear();
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (column >= row.cells.size()) {
                add({});
                continue;
            }
            const Cell& cell = row.cells[column];
            const std::string* text = cell.value.if_a<std::string>();
            if (text != nullptr && cell.is_message) {
                add(written(catalogue_, *text, cell.arguments));
                continue;
            }
            if (text != nullptr && loses_digits(*text)) {
                columns_at_risk_.insert(written(catalogue_, table.columns[column].label,
                                                table.columns[column].label_arguments));
            }
            add(cell.value);
        }
        end_line();
    }

    void write_grid(const GridBlock& grid) {
        for (const GridRow& row : cells_of(grid, catalogue_).rows) {
            line_.clear();
            int column = 0;
            for (const GridCell& cell : row.cells) {
                for (; column < cell.column; ++column) add({});
                add(cell.value);
                ++column;
            }
            end_line();
        }
    }

    void add(const Value& value) {
        if (has_field_) line_ += ',';
        has_field_ = true;
        append_field(line_, value);
    }
    void end_line() {
        line_ += "\r\n";
        out_ << line_;
        line_.clear();
        has_field_ = false;
    }

    const Document& document_;
    const Catalogue& catalogue_;
    std::ostream& out_;
    const StepFunction& step_;
    std::string line_, heading_;
    bool has_field_ = false, has_part_ = false, is_lone_ = true;
    std::int64_t rows_ = 0;
    std::set<std::string> columns_at_risk_;
};

}  // namespace

Result<Rendered> render_csv(const Document& document, const std::string& path,
                            const Catalogue& catalogue, const StepFunction& step,
                            const RenderOptions& options) {
    OutputFile file{path};
    std::ofstream out{file.part_path(), std::ios::binary};
    if (options.csv_has_mark) out << byte_order_mark;
    CsvWriter writer{document, catalogue, out, step};
    writer.write();
    out.close();
    if (!out) return not_written(path, last_reason());
    if (auto problem = file.put_in_place()) return *std::move(problem);

    Rendered rendered{.files = {path}, .rows = writer.rows()};
    for (const std::string& column : writer.columns_at_risk()) {
        rendered.notes.push_back(
            {.code = "report.csv.digits_at_risk",
             .level = Level::notice,
             .text = {"A spreadsheet may change the long or zero-led numbers in column {0} when it "
                      "opens this file. Use XLSX, or import the column as text.",
                      {column}}});
    }
    return rendered;
}

}  // namespace zf::reports
