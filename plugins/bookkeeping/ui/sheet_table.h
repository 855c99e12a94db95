#pragma once

#include <wx/grid.h>

#include "domain/entry_sheet.h"
#include "ui/amount_ruling.h"
#include "zhangfang/ui/ui_host.h"

namespace zf::bookkeeping {

// What the grid asks of the screen that owns it.
class SheetOwner {
public:
    virtual ~SheetOwner() = default;
    virtual const EntrySheet& sheet() const = 0;
    virtual bool is_editable() const = 0;
    virtual bool is_ruled() const = 0;  // amounts stand digit by digit between lines
    virtual bool is_faulty(SheetCell cell) const = 0;
    virtual void take_cell(SheetCell cell, const wxString& text) = 0;
};

// The grid's view of a sheet: five columns, one empty line after the last filled one.
class SheetTable : public wxGridTableBase {
public:
    SheetTable(SheetOwner& owner, UiHost& host);

    int GetNumberRows() override;
    int GetNumberCols() override { return 5; }
    wxString GetValue(int row, int column) override;
    void SetValue(int row, int column, const wxString& text) override;
    wxString GetColLabelValue(int column) override;
    bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override;
    void rule(bool is_ruled);
    // Tells the grid how many rows there are by now.
    void tell_row_count();

private:
    SheetOwner& owner_;
    UiHost& host_;
    RuledHeads* heads_;
    wxObjectDataPtr<wxGridCellRenderer> ruled_;
};

// What a cell shows: the account with its name, red amounts signed.
wxString cell_text(const EntrySheet& sheet, SheetCell cell);

inline bool is_amount(SheetColumn column) {
    return column == SheetColumn::debit || column == SheetColumn::credit;
}

}  // namespace zf::bookkeeping
