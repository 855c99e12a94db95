#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include <xlsxwriter.h>

#include "render/xlsx/sheet_name.h"
#include "zhangfang/report/document.h"

namespace zf::reports {

// How a cell looks.
struct XlsxStyle {
    std::string number_format;  // "" for texts
    Align align = Align::left;
    bool is_bold = false, is_red = false, is_struck = false, wraps = false, is_large = false;
    bool is_ruled = true;
    RowRule above = RowRule::none, below = RowRule::none;

    auto key() const {
        return std::tie(number_format, align, is_bold, is_red, is_struck, wraps, is_large, is_ruled,
                        above, below);
    }
    bool operator<(const XlsxStyle& other) const { return key() < other.key(); }
};

// A spreadsheet written row after row, in constant memory: whatever is above the current row has
// left for the disk.
class Workbook {
public:
    explicit Workbook(const std::string& path);
    ~Workbook();
    Workbook(const Workbook&) = delete;

    lxw_format* format(const XlsxStyle& style);
    lxw_worksheet* add_sheet(const std::string& wish);
    void set_properties(const std::string& title, const std::string& created);
    // The library's code; the workbook is gone afterwards.
    lxw_error close();

private:
    lxw_workbook* book_;
    SheetNames names_;
    std::map<XlsxStyle, lxw_format*> formats_;
};

// Writes a value as what it is: figures as numbers unless a spreadsheet would round them, dates as
// dates, all else as texts that nothing runs as a formula. Texts are cut at the format's 32,767
// characters; false then.
bool write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value,
                 lxw_format* format);

// The number format of a value in its column; "" for texts.
std::string number_format_of(const Value& value, int decimals, bool zero_is_blank);

}  // namespace zf::reports
