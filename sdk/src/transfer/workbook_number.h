#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zf::transfer {

struct WorkbookNumber {
    std::string text;              // plain decimal text, without exponent
    bool is_rounded = false;       // binary noise beyond the fifteenth digit was taken off:
                                   // 0.30000000000000004
    bool has_lost_digits = false;  // a whole number of 16 digits or more: spreadsheets keep only 15
};

// A number as a workbook writes it, "1.2E-2" too; nothing when the text is no number.
std::optional<WorkbookNumber> workbook_number(std::string_view written);

// The day, moment or time that a plain decimal number stands for: "2008-01-31", "2008-01-31
// 08:30:00", "08:30:00". Nothing when it lies outside 1900 to 9999.
std::optional<std::string> day_of_serial(std::string_view plain, bool counts_from_1904);

}  // namespace zf::transfer
