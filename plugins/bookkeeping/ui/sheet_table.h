#pragma once

#include "ui/voucher_grid.h"

namespace zf::bookkeeping {

// The grid's view of a sheet: five columns, one empty line after the last filled one.
class SheetTable : public wxGridTableBase {
public:
    explicit SheetTable(VoucherGrid& owner) : owner_{owner} {}

    int GetNumberRows() override;
    int GetNumberCols() override { return 5; }
    wxString GetValue(int row, int column) override;
    void SetValue(int row, int column, const wxString& text) override;
    wxString GetColLabelValue(int column) override;
    bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override;

private:
    VoucherGrid& owner_;
};

// What a cell shows: the account with its name, red amounts signed.
wxString cell_text(const VoucherSheet& sheet, int line, SheetColumn column);

}  // namespace zf::bookkeeping
