// sheet FILE ROWS: the same rows as raw_sheet through the report engine, as a report gives them.
#include <cstdio>
#include <cstdlib>

#include "sheet_rows.h"
#include "zhangfang/base/date.h"
#include "zhangfang/base/money.h"
#include "zhangfang_reports/render.h"

using namespace zf;

static bool fill(ReportRow& row, long index) {
    const benchmark::SheetRow from = benchmark::sheet_row(index);
    const Money amount = Money::fen(from.fen);
    row.cells.resize(benchmark::column_count);
    row.cells[0].value = Date{2024, 1, 1}.plus_days(from.day);
    row.cells[1].value = "记";
    row.cells[2].value = from.number;
    row.cells[3].value = from.summary;
    row.cells[4].value = from.account;
    row.cells[from.is_debit ? 5 : 6].value = amount;
    row.cells[7].value = "王建国";
    return true;
}

int main(int count, char** words) {
    if (count != 3) return 2;
    const long rows = std::atol(words[2]);
    TableBlock table;
    for (const char* heading : benchmark::headings)
        table.columns.push_back({.name = heading, .label = heading});
    table.columns[0].type = ValueType::date;
    table.columns[2].type = ValueType::integer;
    table.columns[5].type = table.columns[6].type = ValueType::money;
    table.rows = [rows] {
        return cursor_from(
            [rows, next = 0L](ReportRow& row) mutable { return next < rows && fill(row, next++); });
    };
    Document document{.name = "benchmark.sheet", .title = "Sheet"};
    document.blocks.emplace_back(std::move(table));
    const auto made = reports::render(document, reports::Format::xlsx, words[1], Catalogue{"en"});
    if (!made) std::fprintf(stderr, "%s\n", made.error().code.c_str());
    return made && made->rows == rows ? 0 : 1;
}
