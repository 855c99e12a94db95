// raw_sheet FILE ROWS: a sheet of eight columns written with libxlsxwriter alone, in its constant
// memory.
#include <cstdio>
#include <cstdlib>

#include <xlsxwriter.h>

#include "sheet_rows.h"

int main(int count, char** words) {
    using namespace zf::benchmark;
    if (count != 3) return 2;
    const long rows = std::atol(words[2]);
    lxw_workbook_options options{};
    options.constant_memory = 1;
    lxw_workbook* const book = workbook_new_opt(words[1], &options);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Sheet");
    lxw_format* const money = workbook_add_format(book);
    format_set_num_format(money, "#,##0.00");
    lxw_format* const date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    for (lxw_col_t column = 0; column < column_count; ++column)
        worksheet_write_string(sheet, 0, column, headings[column], nullptr);
    for (long index = 0; index < rows; ++index) {
        const SheetRow row = sheet_row(index);
        const auto at = static_cast<lxw_row_t>(index + 1);
        worksheet_write_number(sheet, at, 0, 45292 + row.day, date);
        worksheet_write_string(sheet, at, 1, "记", nullptr);
        worksheet_write_number(sheet, at, 2, row.number, nullptr);
        worksheet_write_string(sheet, at, 3, row.summary.c_str(), nullptr);
        worksheet_write_string(sheet, at, 4, row.account.c_str(), nullptr);
        worksheet_write_number(sheet, at, row.is_debit ? 5 : 6, static_cast<double>(row.fen) / 100,
                               money);
        worksheet_write_string(sheet, at, 7, "王建国", nullptr);
    }
    return workbook_close(book);
}
