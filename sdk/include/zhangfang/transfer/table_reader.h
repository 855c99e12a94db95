#pragma once

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zf {

// A row of a file with its number there (from 1, as a person counts lines or rows).
struct TableRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};

struct TableLimits {
    std::int64_t bytes = 2LL << 30;
    std::int64_t rows = 5'000'000;
    std::int64_t columns = 500;
    std::int64_t cell_length = 8'000;    // code points; a longer one is a fault of that row
    std::int64_t unpacked_ratio = 200;   // of an XLSX part
};

// Reads a CSV or XLSX file row by row. Encodings, separators (comma, tab, semicolon), quotes and dates are dealt with
// here; numbers stay the text that was written.
class ZF_EXPORT TableReader {
public:
    virtual ~TableReader();
    // Fills the next row; false at the end. Problems are about this row (transfer.row_…) or end the file (fatal).
    virtual Result<bool> next(TableRow& row) = 0;
    virtual std::vector<std::string> sheet_names() const = 0;
    virtual int progress_ppm() const = 0;  // how much of the file was read, in millionths
};

// Chooses by content, not by name. `sheet`: name or "" for the first.
ZF_EXPORT Result<std::unique_ptr<TableReader>> open_table(const std::string& path, const TableLimits& limits = {},
                                                          const std::string& sheet = {});

// Money as files spell it: thousands commas, full-width digits, brackets or trailing minus for red, currency sign.
ZF_EXPORT Result<Money> money_from_file(std::string_view text);

}  // namespace zf
