#pragma once

#include <wx/grid.h>

#include "zhangfang/ui/ui_host.h"

// 金额线: amounts written digit by digit into ruled columns, as on printed vouchers.
namespace zf::bookkeeping {

// 亿千百十万千百十元角分
constexpr int ruled_digits = 11;

// Draws an amount of the table ("-1,234.56"); one that is too long for the columns stands as plain
// text.
class RuledAmount : public wxGridCellRenderer {
public:
    void Draw(wxGrid& grid, wxGridCellAttr& attribute, wxDC& dc, const wxRect& place, int row,
              int column, bool is_selected) override;
    wxSize GetBestSize(wxGrid& grid, wxGridCellAttr& attribute, wxDC& dc, int row,
                       int column) override;
    wxGridCellRenderer* Clone() const override { return new RuledAmount; }
};

// The heads of the table's columns; those of amounts name each ruled column while they are ruled.
class RuledHeads : public wxGridCellAttrProvider {
public:
    explicit RuledHeads(const UiHost& host) : head_{host} {}

    bool is_ruled = false;
    const wxGridColumnHeaderRenderer& GetColumnHeaderRenderer(int column) override;

private:
    class Head : public wxGridColumnHeaderRendererDefault {
    public:
        explicit Head(const UiHost& host) : host_{host} {}
        void DrawLabel(const wxGrid& grid, wxDC& dc, const wxString& value, const wxRect& place,
                       int horizontal, int vertical, int orientation) const override;

    private:
        const UiHost& host_;
    };
    Head head_;
};

}  // namespace zf::bookkeeping
