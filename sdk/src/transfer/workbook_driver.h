#pragma once

#include <memory>
#include <string>

#include "zhangfang/transfer/table_reader.h"

namespace zf::transfer {

// What the module that reads XLSX files hands out: it stands for minizip and expat.
struct WorkbookDriver {
    static constexpr const char* module = "workbook";
    Result<std::unique_ptr<TableReader>> (*open)(const std::string& path, const TableLimits& limits,
                                                 const std::string& sheet);
};

}  // namespace zf::transfer
