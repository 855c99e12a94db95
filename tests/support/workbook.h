#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zf::test {

/// Writes a workbook of one sheet as an office would keep the table: numbers as numbers, dates as
/// numbers of days in the style of a date, everything else as shared text.
void write_workbook(const std::filesystem::path& file,
                    const std::vector<std::vector<std::string>>& rows);

}  // namespace zf::test
