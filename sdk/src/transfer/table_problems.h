#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "zhangfang/rules/problem.h"
#include "zhangfang/transfer/table_reader.h"

// The sentences that both readers of tables share.
namespace zf::transfer {

// "A", "B" … "Z", "AA": as spreadsheets name the column of this index (from 0).
std::string column_name(std::size_t index);

// A fault of one row, which leaves the others readable; `text` has the row and the column as {0}
// and {1}.
Problem row_problem(std::string code, std::string text, std::int64_t row, std::size_t column,
                    std::vector<Argument> further = {});
Problem row_notice(std::string code, std::string text, std::int64_t row, std::size_t column,
                   std::vector<Argument> further = {});
Problem file_problem(std::string code, std::string text, std::vector<Argument> arguments = {});

Problem cannot_open(const std::string& path);
Problem bad_byte(std::int64_t offset);
Problem not_text();
Problem cell_too_long(std::int64_t row, std::size_t column, const TableLimits& limits);
Problem row_too_wide(std::int64_t row, const TableLimits& limits);
Problem too_many_rows(const TableLimits& limits);

// Takes control characters (but line breaks and tabs) and marks of writing direction out of a cell:
// nobody sees them, yet two names differ by them. True when there were any.
bool take_out_controls(std::string& cell);
Problem controls_taken_out(std::int64_t row, std::size_t column);

}  // namespace zf::transfer
