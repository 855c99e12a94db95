#include "transfer/table_problems.h"

#include <algorithm>
#include <utility>

#include "zhangfang/base/text.h"

namespace zf::transfer {
namespace {

Problem about_row(Level level, std::string code, std::string text, std::int64_t row,
                  std::size_t column, std::vector<Argument> further) {
    std::vector<Argument> arguments{row, column_name(column)};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return {.code = std::move(code),
            .level = level,
            .text = {std::move(text), std::move(arguments)},
            .place = {column_name(column), static_cast<int>(row)}};
}

bool is_hidden(char32_t point) {
    if (point < 0x20) return point != U'\t' && point != U'\n' && point != U'\r';
    return point == 0x7F || point == 0xFEFF || point == 0x200E || point == 0x200F ||
           (point >= 0x80 && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::string column_name(std::size_t index) {
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

Problem row_problem(std::string code, std::string text, std::int64_t row, std::size_t column,
                    std::vector<Argument> further) {
    return about_row(Level::error, std::move(code), std::move(text), row, column,
                     std::move(further));
}

Problem row_notice(std::string code, std::string text, std::int64_t row, std::size_t column,
                   std::vector<Argument> further) {
    return about_row(Level::notice, std::move(code), std::move(text), row, column,
                     std::move(further));
}

Problem file_problem(std::string code, std::string text, std::vector<Argument> arguments) {
    return {.code = std::move(code),
            .level = Level::fatal,
            .text = {std::move(text), std::move(arguments)}};
}

Problem cannot_open(const std::string& path) {
    return file_problem("transfer.cannot_open",
                        "The file {0} cannot be read. Check the name and your right to read it.",
                        {path});
}

Problem bad_byte(std::int64_t offset) {
    return file_problem(
        "transfer.bad_text",
        "Byte {0} is no character of this file's encoding. Nothing was taken over. Save the file "
        "anew as UTF-8 or GB18030.",
        {offset + 1});
}

Problem not_text() {
    return file_problem("transfer.not_a_table", "The file is neither text nor an XLSX workbook. "
                                                "Nothing was taken over. Save the table as CSV "
                                                "or XLSX.");
}

Problem cell_too_long(std::int64_t row, std::size_t column, const TableLimits& limits) {
    return row_problem("transfer.row_cell_too_long",
                       "Row {0}, column {1}: the cell has more than {2} characters. Nothing was "
                       "taken over. Shorten the "
                       "text and read the file again.",
                       row, column, {limits.cell_length});
}

Problem row_too_wide(std::int64_t row, const TableLimits& limits) {
    return row_problem("transfer.row_too_wide",
                       "Row {0} goes beyond column {1}, the last of {2} that can be read. Nothing "
                       "was taken over. Take "
                       "the further columns out and read the file again.",
                       row, static_cast<std::size_t>(limits.columns - 1), {limits.columns});
}

Problem too_many_rows(const TableLimits& limits) {
    return file_problem(
        "transfer.too_many_rows",
        "The file has more than {0} rows. Nothing was taken over. Cut it into several files.",
        {limits.rows});
}

bool take_out_controls(std::string& cell) {
    std::u32string points = to_code_points(cell);
    if (std::erase_if(points, is_hidden) == 0) return false;
    cell = to_utf8(points);
    return true;
}

Problem controls_taken_out(std::int64_t row, std::size_t column) {
    return row_notice(
        "transfer.control_characters",
        "Row {0}, column {1}: invisible control characters were taken out of the text.", row,
        column);
}

}  // namespace zf::transfer
