#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/cell_text.h"
#include "engine/page_flow.h"
#include "engine/row_source.h"
#include "zhangfang/report/column_sums.h"
#include "zhangfang_reports/pagination.h"
#include "zhangfang_reports/text.h"

namespace zf::reports {

namespace {

constexpr std::size_t sample_size = 200;
constexpr std::int64_t rows_per_step = 1000;

// One table in columns: widths from the first rows; a longer cell later on pushes its line aside
// rather than lose a letter.
class TableText {
public:
    TableText(const TableBlock& table, const Catalogue& catalogue, std::ostream& out)
        : table_{table},
          catalogue_{catalogue},
          out_{out} {}

    std::int64_t write(const std::function<void()>& after_row) {
        RowSource rows{table_.rows ? table_.rows() : nullptr};
        measure(rows.look_ahead(sample_size));
        write_heading();
        ColumnSums totals = ColumnSums::of_totals(table_.columns);
        std::int64_t count = 0;
        ReportRow row;
        while (rows.next(row)) {
            totals.add(row);
            write_row(row);
            ++count;
            after_row();
        }
        if (table_.has_totals) {
            write_rule('-');
            write_row(total_row(table_, totals));
        }
        write_rule('-');
        return count;
    }

private:
    std::string label_of(const ReportColumn& column) const {
        const std::string label = written(catalogue_, column.label, column.label_arguments);
        const std::string group = written(catalogue_, column.group, column.group_arguments);
        return group.empty() ? label : group + "/" + label;
    }

    std::string text_of(const ReportRow& row, std::size_t column) const {
        std::string text;
        if (column < row.cells.size()) {
            append_cell(text, row.cells[column], table_.columns[column], row.kind, catalogue_);
        }
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    void measure(const std::deque<ReportRow>& sample) {
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            int width = column_count(label_of(table_.columns[column]));
            for (const ReportRow& row : sample) {
                if (row.kind == RowKind::heading) continue;
                width = std::max(width, column_count(text_of(row, column)));
            }
            widths_.push_back(width);
        }
    }

    void write_rule(char with) {
        if (after_rule_ && with == '-') return;
        after_rule_ = true;
        int width = 0;
        for (const int each : widths_) width += each + 2;
        out_ << std::string(static_cast<std::size_t>(std::max(0, width - 2)), with) << '\n';
    }

    void write_heading() {
        write_rule('-');
        std::string line;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            const bool right = table_.columns[column].align == Align::right ||
                               is_figure_type(table_.columns[column].type);
            append_padded(line, label_of(table_.columns[column]), widths_[column],
                          right ? Align::right : Align::left);
        }
        write_line(line);
        write_rule('-');
    }

    void write_row(const ReportRow& row) {
        if (row.rule == RowRule::single_red || row.rule == RowRule::double_red) write_rule('-');
        std::string line;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            const Align align = column < row.cells.size()
                                    ? alignment_of(row.cells[column].value, table_.columns[column])
                                    : Align::left;
            append_padded(line, text_of(row, column), widths_[column], align);
        }
        if (row.is_voided) line += " ×";
        write_line(line);
        if (row.rule == RowRule::double_red) write_rule('=');
    }

    static bool is_figure_type(ValueType type) {
        return type == ValueType::money || type == ValueType::quantity ||
               type == ValueType::price || type == ValueType::rate || type == ValueType::integer;
    }

    static void append_padded(std::string& line, const std::string& text, int width, Align align) {
        const int room = std::max(0, width - column_count(text));
        const int before = align == Align::right ? room : align == Align::centre ? room / 2 : 0;
        line.append(static_cast<std::size_t>(before), ' ');
        line += text;
        line.append(static_cast<std::size_t>(room - before) + 2, ' ');
    }

    void write_line(std::string& line) {
        line.erase(line.find_last_not_of(' ') + 1);
        out_ << line << '\n';
        after_rule_ = false;
    }

    const TableBlock& table_;
    const Catalogue& catalogue_;
    std::ostream& out_;
    std::vector<int> widths_;
    bool after_rule_ = false;
};

class DocumentText {
public:
    DocumentText(const Document& document, const Catalogue& catalogue, std::ostream& out,
                 const std::function<void(std::int64_t)>& step)
        : document_{document},
          frame_{frame_of(document)},
          catalogue_{catalogue},
          out_{out},
          step_{step} {}

    std::int64_t write() {
        // Sets of papers begin with a frame of their own.
        has_begun_ = document_.blocks.empty() ||
                     !std::holds_alternative<PageFrame>(document_.blocks.front());
        if (has_begun_) write_head();
        for (const Block& block : document_.blocks)
            if (frame_.is_printed || std::holds_alternative<PageFrame>(block))
                std::visit(*this, block);
        write_foot();
        return rows_;
    }

    void operator()(const TableBlock& table) {
        TableText{table, catalogue_, out_}.write([this] {
            if (++rows_ % rows_per_step == 0 && step_) step_(rows_);
        });
    }
    void operator()(const GridBlock& grid) { write_sheet(grid); }
    void operator()(const GridsBlock& grids) {
        if (!grids.grids) return;
        const auto next = grids.grids();
        while (const auto grid = next()) {
            write_sheet(*grid);
            out_ << '\n';
            if (step_) step_(++rows_);
        }
    }
    void operator()(const KeyValuesBlock& block) { write_key_values(block.items); }
    void operator()(const TextBlock& block) { out_ << catalogue_.text(block.text) << '\n'; }
    void operator()(const PageBreak&) { out_ << '\n'; }
    void operator()(const Bookmark& bookmark) {
        out_ << "# " << bookmark.code << (bookmark.code.empty() ? "" : " ")
             << title_of(bookmark, catalogue_) << '\n';
    }
    void operator()(const ContentsBlock&) {}  // no pages, no numbers
    void operator()(const PageFrame& frame) {
        if (has_begun_) write_foot();
        frame_ = frame;
        if (has_begun_ && frame_.is_printed) out_ << '\n';
        has_begun_ = true;
        write_head();
    }

private:
    void write_head() {
        if (!frame_.is_shown || !frame_.is_printed) return;
        const std::string title = written(catalogue_, frame_.title, frame_.title_arguments);
        if (!title.empty()) out_ << title << '\n';
        write_key_values(frame_.heading);
    }

    void write_key_values(const std::vector<KeyValue>& items) {
        const std::string separator = catalogue_.text(std::string_view{": "});
        std::string line;
        for (const KeyValue& item : items) {
            if (!line.empty()) line += "    ";
            const std::string label = written(catalogue_, item.label, {});
            line += label + (label.empty() ? "" : separator) + value_of(item, catalogue_);
        }
        if (!line.empty()) out_ << line << '\n';
    }

    void write_foot() {
        if (!frame_.is_shown || !frame_.is_printed) return;
        std::string line;
        for (std::size_t place = 0; place < frame_.signatures.size(); ++place) {
            if (!line.empty()) line += "    ";
            line += written(catalogue_, frame_.signatures[place], {}) +
                    catalogue_.text(std::string_view{": "});
            if (place < frame_.signed_names.size()) line += frame_.signed_names[place];
        }
        if (!line.empty()) out_ << line << '\n';
        if (!document_.watermark.empty()) {
            out_ << "[" << written(catalogue_, document_.watermark, {}) << "]\n";
        }
    }

    // Sheets have their own paper, without margins, so that nothing but the sheet is drawn.
    void write_sheet(const GridBlock& grid) {
        Document sheet;
        sheet.page.has_frame = false;
        sheet.page.margin_left = sheet.page.margin_right = 0;
        sheet.page.margin_top = sheet.page.margin_bottom = 0;
        sheet.blocks.emplace_back(grid);
        paginate(sheet, measure_, catalogue_, {},
                 [this](const Page& page) { out_ << page_as_text(page); });
    }

    const Document& document_;
    PageFrame frame_;
    const Catalogue& catalogue_;
    std::ostream& out_;
    const std::function<void(std::int64_t)>& step_;
    TextMeasure measure_ = TextMeasure::monospaced();
    std::int64_t rows_ = 0;
    bool has_begun_ = false;
};

}  // namespace

std::int64_t write_text(const Document& document, const Catalogue& catalogue, std::ostream& out,
                        const std::function<void(std::int64_t)>& step) {
    return DocumentText{document, catalogue, out, step}.write();
}

}  // namespace zf::reports
