// The cell that the cursor stands in: its editor, what is offered below it, where it leads.
#include <algorithm>

#include <wx/button.h>
#include <wx/textctrl.h>

#include "ui/calculator.h"
#include "ui/offer_popup.h"
#include "ui/voucher_grid.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ui/composition.h"
#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

const char* list_of(SheetColumn column) {
    switch (column) {
        case SheetColumn::summary: return "bk.summary";
        case SheetColumn::account: return "bk.account";
        case SheetColumn::item: return "bk.dimension_item";
        default: return "";
    }
}

}  // namespace

void VoucherGrid::bind_editor(wxWindow& editor) {
    if (auto* box = dynamic_cast<wxTextCtrl*>(&editor)) watch_composition(*box);
    editor.Bind(wxEVT_KEY_DOWN, &VoucherGrid::on_grid_key, this);
    editor.Bind(wxEVT_CHAR, &VoucherGrid::on_grid_char, this);
    editor.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        const wxString typed = event.GetString();
        if (typed != cell_text(sheet_, cursor())) offer_for(typed);
    });
}

SheetCell VoucherGrid::cursor() const {
    return {std::max(grid_->GetGridCursorRow(), 0),
            static_cast<SheetColumn>(std::max(grid_->GetGridCursorCol(), 0))};
}

bool VoucherGrid::is_typing() const {
    return grid_->IsCellEditControlShown();
}

void VoucherGrid::leave_editor() {
    popup_->Hide();
    is_refused_ = false;
    if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
}

void VoucherGrid::go_to(SheetCell cell) {
    table_->tell_row_count();
    const int column = static_cast<int>(cell.column);
    grid_->SetFocus();
    grid_->ClearSelection();
    grid_->SetGridCursor(cell.line, column);
    grid_->MakeCellVisible(cell.line, column);
    // In a column of text the editor is open before the first key, for the input method's sake.
    if (is_editable() && !is_amount(cell.column) && grid_->CanEnableCellControl())
        grid_->EnableCellEditControl();
    refresh_hint();
}

void VoucherGrid::go_on(std::optional<SheetCell> next) {
    if (next) {
        go_to(*next);
        return;
    }
    // The voucher is complete: Enter once more saves it.
    tell({"The voucher balances. Press Enter to save it.", {}}, false);
    save_->SetFocus();
}

// The sheet takes what was typed, or says why not; the cell then shows what the sheet holds.
void VoucherGrid::take_cell(SheetCell cell, const wxString& text) {
    if (text == cell_text(sheet_, cell)) return;
    const std::string typed = to_utf8(text);
    std::optional<Message> fault;
    switch (cell.column) {
        case SheetColumn::summary: fault = sheet_.type_summary(cell.line, typed); break;
        case SheetColumn::account: fault = sheet_.type_account(cell.line, typed); break;
        case SheetColumn::item: fault = sheet_.type_item(cell.line, typed); break;
        case SheetColumn::debit: fault = sheet_.type_amount(cell.line, Side::debit, typed); break;
        case SheetColumn::credit: fault = sheet_.type_amount(cell.line, Side::credit, typed); break;
    }
    faults_.clear();
    if (fault) {
        is_refused_ = true;
        faults_.push_back(cell);
        tell(*fault, true);
    } else if (bar_->IsShown()) {
        bar_->Dismiss();
    }
    CallAfter([this] {
        table_->tell_row_count();
        grid_->ForceRefresh();
        refresh_stamp();
        refresh_footer();
        refresh_hint();
    });
}

void VoucherGrid::step_forward() {
    const SheetCell cell = cursor();
    leave_editor();
    if (is_refused_)
        go_to(cell);
    else
        go_on(sheet_.after(cell));
}

void VoucherGrid::step_back() {
    const SheetCell cell = cursor();
    leave_editor();
    go_to(is_refused_ ? cell : sheet_.before(cell));
}

void VoucherGrid::offer_for(const wxString& typed) {
    const SheetCell cell = cursor();
    const std::string text = to_utf8(typed);
    std::vector<Offer> offers;
    if (cell.column == SheetColumn::account) {
        for (const AccountOffer* each : sheet_.account_candidates(text))
            if (each->is_leaf)
                offers.push_back({each->code, from_utf8(each->full_name),
                                  from_utf8(with_thousands(each->balance.text()))});
    } else if (cell.column == SheetColumn::item) {
        for (const ItemOffer* each : sheet_.item_candidates(cell.line, text))
            offers.push_back({each->code, from_utf8(each->name), {}});
    } else if (cell.column == SheetColumn::summary && !text.empty()) {
        for (const std::string& phrase : phrases_)
            if (phrase != text && phrase.find(text) != std::string::npos)
                offers.push_back({phrase, {}, {}});
    }
    wxRect place = grid_->CellToRect(cell.line, static_cast<int>(cell.column));
    place.SetPosition(
        grid_->GetGridWindow()->ClientToScreen(grid_->CalcScrolledPosition(place.GetPosition())));
    popup_->offer(place, std::move(offers));
}

// Takes what is pointed at in the drop-down; false when nothing is.
bool VoucherGrid::take_offer(bool or_first) {
    std::string key = popup_->chosen();
    if (key.empty() && or_first && cursor().column != SheetColumn::summary) key = popup_->first();
    if (key.empty()) return false;
    const SheetCell cell = cursor();
    grid_->GetCellEditor(cell.line, static_cast<int>(cell.column))->Reset();
    leave_editor();
    take_cell(cell, from_utf8(key));
    go_on(sheet_.after(cell));
    return true;
}

void VoucherGrid::choose_in_cell() {
    if (!is_editable()) return;
    const SheetCell cell = cursor();
    const char* list = list_of(cell.column);
    if (*list == '\0') return;
    Record parameters;
    if (!book_.empty()) parameters.set("book", Value{book_});
    if (cell.column == SheetColumn::item) {
        const AccountOffer* offer = sheet_.account(sheet_.line(cell.line).account);
        if (offer == nullptr || offer->kinds.empty()) return;
        parameters.set("kind", Value{offer->kinds.front()});
    }
    leave_editor();
    const std::string taken = look_up(this, host(), list, {}, parameters);
    if (!taken.empty()) take_cell(cell, from_utf8(taken));
    if (taken.empty() || is_refused_)
        go_to(cell);
    else
        go_on(sheet_.after(cell));
}

void VoucherGrid::open_calculator() {
    const SheetCell cell = cursor();
    if (!is_amount(cell.column)) return;
    leave_editor();
    Calculator calculator{this, host(), to_utf8(cell_text(sheet_, cell))};
    if (calculator.ShowModal() == wxID_OK) take_cell(cell, from_utf8(calculator.result()));
    go_to(cell);
}

}  // namespace zf::bookkeeping
