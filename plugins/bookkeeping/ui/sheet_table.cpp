#include "ui/sheet_table.h"

#include <algorithm>
#include <array>

#include "zhangfang/base/text.h"

namespace zf::bookkeeping {
namespace {

constexpr int lines_shown_least = 6;
const wxColour red{200, 40, 40};

bool is_amount(int column) {
    return column >= static_cast<int>(SheetColumn::debit);
}

}  // namespace

wxString cell_text(const VoucherSheet& sheet, int line, SheetColumn column) {
    const auto index = static_cast<std::size_t>(line);
    if (index >= sheet.lines().size()) return {};
    const SheetLine& each = sheet.lines()[index];
    switch (column) {
        case SheetColumn::summary: return from_utf8(each.summary);
        case SheetColumn::account: {
            const AccountOffer* offer = sheet.account(each.account);
            return from_utf8(offer == nullptr ? each.account : each.account + " " + offer->name);
        }
        case SheetColumn::item: return from_utf8(each.item);
        case SheetColumn::debit:
        case SheetColumn::credit: break;
    }
    const Side side = column == SheetColumn::debit ? Side::debit : Side::credit;
    if (each.side != side || each.amount.is_zero()) return {};
    return from_utf8(with_thousands(each.amount.text()));
}

int SheetTable::GetNumberRows() {
    return std::max(static_cast<int>(owner_.sheet_.lines().size()) + 1, lines_shown_least);
}

wxString SheetTable::GetValue(int row, int column) {
    return cell_text(owner_.sheet_, row, static_cast<SheetColumn>(column));
}

void SheetTable::SetValue(int row, int column, const wxString& text) {
    owner_.take_cell(row, column, text);
}

wxString SheetTable::GetColLabelValue(int column) {
    static constexpr std::array labels{"Summary", "Account", "Income and expenditure item", "Debit",
                                       "Credit"};
    return tr(owner_.host(), labels[static_cast<std::size_t>(column)]);
}

wxGridCellAttr* SheetTable::GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) {
    auto* attribute = new wxGridCellAttr;
    attribute->SetAlignment(is_amount(column) ? wxALIGN_RIGHT : wxALIGN_LEFT, wxALIGN_CENTRE);
    attribute->SetReadOnly(owner_.is_read_only());
    const auto index = static_cast<std::size_t>(row);
    if (is_amount(column) && index < owner_.sheet_.lines().size() &&
        owner_.sheet_.lines()[index].amount.is_negative())
        attribute->SetTextColour(red);
    return attribute;
}

}  // namespace zf::bookkeeping
