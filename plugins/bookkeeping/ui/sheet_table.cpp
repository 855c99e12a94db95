#include "ui/sheet_table.h"

#include <algorithm>
#include <array>

#include "zhangfang/base/text.h"
#include "zhangfang/ui/ink.h"

namespace zf::bookkeeping {
namespace {

constexpr int lines_shown_least = 8;

}  // namespace

wxString cell_text(const EntrySheet& sheet, SheetCell cell) {
    const EntryLine& line = sheet.line(cell.line);
    switch (cell.column) {
        case SheetColumn::summary: return from_utf8(line.summary);
        case SheetColumn::account:
            return from_utf8(line.account_name.empty() ? line.account
                                                       : line.account + " " + line.account_name);
        case SheetColumn::item: return from_utf8(sheet.item_text(line));
        case SheetColumn::debit:
        case SheetColumn::credit: break;
    }
    const Side side = cell.column == SheetColumn::debit ? Side::debit : Side::credit;
    if (line.side != side || line.amount.is_zero()) return {};
    return from_utf8(with_thousands(line.amount.text()));
}

SheetTable::SheetTable(SheetOwner& owner, UiHost& host)
    : owner_{owner},
      host_{host},
      heads_{new RuledHeads{host}},
      ruled_{new RuledAmount} {
    SetAttrProvider(heads_);
}

void SheetTable::rule(bool is_ruled) {
    heads_->is_ruled = is_ruled;
}

int SheetTable::GetNumberRows() {
    const int filled = static_cast<int>(owner_.sheet().lines().size());
    return std::max(filled + (owner_.is_editable() ? 1 : 0), lines_shown_least);
}

void SheetTable::tell_row_count() {
    wxGrid* grid = GetView();
    const int wanted = GetNumberRows();
    const int known = grid->GetNumberRows();
    if (wanted > known) {
        wxGridTableMessage message{this, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, wanted - known};
        grid->ProcessTableMessage(message);
    } else if (wanted < known) {
        wxGridTableMessage message{this, wxGRIDTABLE_NOTIFY_ROWS_DELETED, wanted, known - wanted};
        grid->ProcessTableMessage(message);
    }
}

wxString SheetTable::GetValue(int row, int column) {
    return cell_text(owner_.sheet(), {row, static_cast<SheetColumn>(column)});
}

void SheetTable::SetValue(int row, int column, const wxString& text) {
    owner_.take_cell({row, static_cast<SheetColumn>(column)}, text);
}

wxString SheetTable::GetColLabelValue(int column) {
    static constexpr std::array labels{"Summary", "Account", "Item", "Debit", "Credit"};
    return tr(host_, labels[static_cast<std::size_t>(column)]);
}

wxGridCellAttr* SheetTable::GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) {
    const SheetCell cell{row, static_cast<SheetColumn>(column)};
    auto* attribute = new wxGridCellAttr;
    attribute->SetAlignment(is_amount(cell.column) ? wxALIGN_RIGHT : wxALIGN_LEFT, wxALIGN_CENTRE);
    attribute->SetReadOnly(!owner_.is_editable());
    if (is_amount(cell.column) && owner_.sheet().line(row).amount.is_negative())
        attribute->SetTextColour(red_ink());
    if (is_amount(cell.column) && owner_.is_ruled()) {
        ruled_->IncRef();
        attribute->SetRenderer(ruled_.get());
    }
    if (owner_.is_faulty(cell)) attribute->SetBackgroundColour(fault_paper());
    return attribute;
}

}  // namespace zf::bookkeeping
