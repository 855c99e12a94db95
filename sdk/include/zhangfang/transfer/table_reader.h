#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// A row of a file with its number there (from 1, as a person counts lines or rows).
struct TableRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};

struct TableLimits {
    std::int64_t bytes = 2LL << 30;  // of the file
    std::int64_t rows = 5'000'000;
    std::int64_t columns = 500;
    std::int64_t cell_length = 8'000;         // code points; a longer one is a fault of that row
    std::int64_t unpacked_ratio = 200;        // of a part of an XLSX file above 1 MiB
    std::int64_t unpacked_bytes = 1LL << 30;  // of a part of an XLSX file
};

// Reads a CSV or XLSX file row by row. Encodings, separators (comma, tab, semicolon), quotes and
// dates are dealt with here; numbers stay the text that was written, dates become 2008-01-31. Empty
// rows are passed over, but counted.
class ZF_EXPORT TableReader {
public:
    virtual ~TableReader();
    // Fills the next row; false at the end. A problem transfer.row_… of level error is about one
    // row: reading may go on, so that all faults are found together. Every other problem is fatal
    // and ends the file. `place.line` is the row.
    virtual Result<bool> next(TableRow& row) = 0;
    // What was mended in the row read last, or may have been lost before the file was written:
    // control characters taken out, digits beyond the fifteenth of a number, a formula's stored
    // result.
    virtual const Problems& notices() const = 0;
    virtual std::vector<std::string> sheet_names() const = 0;  // empty for CSV
    virtual int progress_ppm() const = 0;  // how much of the file was read, in millionths
};

// Chooses by content, not by name. `sheet`: name or "" for the first.
ZF_EXPORT Result<std::unique_ptr<TableReader>>
open_table(const std::string& path, const TableLimits& limits = {}, const std::string& sheet = {});

// Money as files spell it: thousands commas, full-width digits, brackets or trailing minus for red,
// currency sign. Code transfer.bad_amount; more than 2 decimals and digits of other scripts are
// refused, never rounded or guessed.
ZF_EXPORT Result<Money> money_from_file(std::string_view text);

// A date as files spell it: 2008-01-31, 2008/1/31, 2008.1.31, 20080131, 2008年1月31日; years 1900
// to 2100. Code transfer.bad_date; a date that begins with the day or the month is refused, since
// it has two meanings.
ZF_EXPORT Result<Date> date_from_file(std::string_view text);

}  // namespace zf
