#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "transfer/zip_file.h"

namespace zf::transfer {

struct WorkbookSheet {
    std::string name;
    std::string part;  // "xl/worksheets/sheet1.xml"
};

// What stands beside the sheets of an XLSX file and is needed to read their cells.
struct Workbook {
    std::vector<WorkbookSheet> sheets;
    std::vector<std::string> shared_texts;
    std::vector<bool> date_styles;  // by style number: numbers in it are days
    bool counts_from_1904 = false;
};

Result<Workbook> read_workbook(ZipFile& zip);

// Does a number format show days or times? `code` is the custom code, "" for the built-in format of
// that number.
bool is_date_format(std::int64_t number, std::string_view code);

}  // namespace zf::transfer
