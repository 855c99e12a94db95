#include "transfer/sheet_handler.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "transfer/table_problems.h"
#include "transfer/workbook_number.h"
#include "zhangfang/base/text.h"

namespace zf::transfer {
namespace {

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

// The index of the column in a cell's reference: 2 for "C5".
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char byte : reference) {
        if (byte < 'A' || byte > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(byte - 'A') + 1;
        if (column > 20'000) return std::nullopt;  // the format knows 16,384
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

Problem error_cell(std::int64_t row, std::size_t column, const std::string& content) {
    return row_problem("transfer.row_error_cell",
                       "Row {0}, column {1}: the cell shows the error {2}. Nothing was taken over. "
                       "Mend the formula and "
                       "read the file again.",
                       row, column, {content});
}

Problem rounded(std::int64_t row, std::size_t column, const std::string& written,
                const std::string& taken) {
    return row_notice("transfer.rounded",
                      "Row {0}, column {1}: {2} was taken as {3}, as the spreadsheet shows it.",
                      row, column, {written, taken});
}

Problem lost_digits(std::int64_t row, std::size_t column) {
    return row_notice("transfer.digits_lost",
                      "Row {0}, column {1}: a number of 16 digits or more. Spreadsheets keep only "
                      "15: compare it with the "
                      "paper, and format such columns as text.",
                      row, column);
}

Problem has_formula(std::int64_t row, std::size_t column) {
    return row_notice("transfer.formula",
                      "Row {0}, column {1}: of this and all further formulas, the result stored in "
                      "the file is taken.",
                      row, column);
}

}  // namespace

SheetHandler::SheetHandler(const Workbook& workbook, const TableLimits& limits)
    : workbook_{workbook},
      limits_{limits} {}

void SheetHandler::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") return start_row(attributes);
    if (name == "c") return start_cell(attributes);
    if (!is_in_cell_) return;
    if (name == "rPh") ++in_reading_;
    if (name == "f") has_formula_ = true;
    is_in_content_ = in_reading_ == 0 && (name == "v" || name == "t");
}

void SheetHandler::end(std::string_view name) {
    if (name == "c") end_cell();
    if (name == "row") end_row();
    if (name == "rPh") --in_reading_;
    is_in_content_ = false;
}

void SheetHandler::text(std::string_view text) {
    const auto most = static_cast<std::size_t>(limits_.cell_length) * 4 + 4;  // bytes that the
                                                                              // longest cell can
                                                                              // have
    if (is_in_content_ && content_.size() < most) content_ += text;
}

void SheetHandler::start_row(const XmlAttributes& attributes) {
    const std::string_view written = attributes.get("r");
    const std::size_t number = written.empty() ? static_cast<std::size_t>(number_) + 1
                                               : whole_number(written).value_or(0);
    if (number <= static_cast<std::size_t>(number_) || number > 1'048'576)
        damage = damaged_workbook("row");
    number_ = static_cast<std::int64_t>(number);
    row_ = {.row = {.number = number_}};
    next_column_ = 0;
}

void SheetHandler::start_cell(const XmlAttributes& attributes) {
    is_in_cell_ = true;
    const std::string_view reference = attributes.get("r");
    const auto column = reference.empty() ? next_column_ : column_of(reference);
    if (!column) damage = damaged_workbook("cell");
    column_ = column.value_or(0);
    next_column_ = column_ + 1;
    type_ = attributes.get("t");
    style_ = whole_number(attributes.get("s")).value_or(0);
    content_.clear();
    has_formula_ = false;
}

void SheetHandler::end_cell() {
    is_in_cell_ = false;
    if (content_.empty()) return;
    if (column_ >= static_cast<std::size_t>(limits_.columns))
        return refuse(row_too_wide(number_, limits_));
    if (has_formula_ && !std::exchange(has_told_of_formula_, true))
        note(has_formula(number_, column_));
    if (type_ == "e") return refuse(error_cell(number_, column_, content_));
    if (type_ == "s") settle_shared_text();
    if (type_ == "b") content_ = content_ == "0" ? "false" : "true";
    if (type_.empty() || type_ == "n") settle_number();
    if (take_out_controls(content_)) note(controls_taken_out(number_, column_));
    const auto length_max = static_cast<std::size_t>(limits_.cell_length);
    if (content_.size() > length_max && code_point_count(content_) > length_max)
        return refuse(cell_too_long(number_, column_, limits_));
    auto& cells = row_.row.cells;
    if (cells.size() <= column_) cells.resize(column_ + 1);
    cells[column_] = std::move(content_);
}

void SheetHandler::settle_shared_text() {
    const auto index = whole_number(content_);
    if (!index || *index >= workbook_.shared_texts.size()) {
        damage = damaged_workbook("sharedStrings");
        return;
    }
    content_ = workbook_.shared_texts[*index];
}

void SheetHandler::settle_number() {
    auto number = workbook_number(content_);
    if (!number)
        return;  // what is no number stays as it is written; the field's own parser will say so
    if (style_ < workbook_.date_styles.size() && workbook_.date_styles[style_]) {
        if (auto day = day_of_serial(number->text, workbook_.counts_from_1904)) {
            content_ = *std::move(day);
            return;
        }
    }
    if (number->has_lost_digits) note(lost_digits(number_, column_));
    if (number->is_rounded) note(rounded(number_, column_, content_, number->text));
    content_ = std::move(number->text);
}

void SheetHandler::end_row() {
    const auto& cells = row_.row.cells;
    const bool is_empty = std::all_of(cells.begin(), cells.end(),
                                      [](const auto& cell) { return cell.empty(); });
    if (!is_empty || row_.problem) rows.push_back(std::move(row_));
    row_ = {};
}

void SheetHandler::refuse(Problem problem) {
    if (!row_.problem) row_.problem = std::move(problem);
}

}  // namespace zf::transfer
