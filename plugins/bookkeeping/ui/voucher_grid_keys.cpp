// The keys of the voucher's window.
#include <algorithm>

#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/infobar.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "ui/calculator.h"
#include "ui/offer_popup.h"
#include "ui/voucher_grid.h"
#include "ui/voucher_record.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ui/list_panel.h"

namespace zf::bookkeeping {
namespace {

bool is_enter(int key) {
    return key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
}

const char* list_of(SheetColumn column) {
    switch (column) {
        case SheetColumn::summary: return "bk.summary";
        case SheetColumn::account: return "bk.account";
        case SheetColumn::item: return "bk.dimension_item";
        default: return "";
    }
}

std::string clipboard_text() {
    std::string text;
    if (!wxTheClipboard->Open()) return text;
    wxTextDataObject data;
    if (wxTheClipboard->GetData(data)) text = to_utf8(data.GetText());
    wxTheClipboard->Close();
    return text;
}

}  // namespace

void VoucherGrid::bind_header() {
    // Enter leads on: word, date, attachments, then the first summary.
    const auto leads_to = [this](wxTextCtrl* from, wxTextCtrl* to) {
        from->Bind(wxEVT_TEXT_ENTER, [this, from, to](wxCommandEvent&) {
            if (from == date_) read_date();
            read_header();
            if (to == nullptr)
                go_to({});
            else
                to->SetFocus();
            if (to != nullptr) to->SelectAll();
        });
    };
    leads_to(word_, date_);
    leads_to(date_, attachments_);
    leads_to(attachments_, nullptr);
    leads_to(reference_, nullptr);
    for (wxTextCtrl* box : {word_, date_, attachments_, reference_})
        box->Bind(wxEVT_KILL_FOCUS, [this, box](wxFocusEvent& event) {
            event.Skip();
            if (box == date_) read_date();
            read_header();
        });
    date_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const int step = key == WXK_UP ? -1 : key == WXK_DOWN ? 1 : 0;
        if (step == 0 || !is_editable()) {
            event.Skip();
            return;
        }
        if (const auto fault = sheet_.step_date(step)) tell(*fault, true);
        date_->ChangeValue(from_utf8(sheet_.date));
        date_->SelectAll();
    });
}

void VoucherGrid::read_date() {
    const std::string typed = to_utf8(date_->GetValue());
    if (!is_editable() || typed.empty() || typed == sheet_.date) return;
    const std::string before = sheet_.date;
    const auto last = Date::parse(before);
    const auto fault = sheet_.type_date(typed, last ? *last : host().current_month().first_day());
    if (fault)
        tell(*fault, true);
    else
        bar_->Dismiss();
    date_->ChangeValue(from_utf8(sheet_.date));
    if (sheet_.date.substr(0, 7) != before.substr(0, 7)) load_context();
}

void VoucherGrid::read_header() {
    if (!is_editable()) return;
    const auto take = [this](std::string& kept, const std::string& typed) {
        if (kept == typed) return;
        kept = typed;
        sheet_.note_change();
    };
    take(sheet_.word, trim(to_utf8(word_->GetValue())));
    take(sheet_.attachments, trim(half_width(to_utf8(attachments_->GetValue()))));
    take(sheet_.reference, trim(to_utf8(reference_->GetValue())));
}

void VoucherGrid::bind_editor(wxWindow& editor) {
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

void VoucherGrid::change_lines(const std::function<void()>& change) {
    leave_editor();
    change();
    faults_.clear();
    table_->tell_row_count();
    grid_->ForceRefresh();
    refresh_stamp();
    refresh_footer();
    refresh_hint();
}

// The difference on its proper side of the current line; without one, there is nothing to do.
void VoucherGrid::fill_balance() {
    const SheetCell cell = cursor();
    change_lines([&] { sheet_.balance(cell.line); });
    go_to({cell.line,
           sheet_.line(cell.line).side == Side::debit ? SheetColumn::debit : SheetColumn::credit});
}

// Keys of the cells: what leads from one to the next.
void VoucherGrid::on_grid_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (!is_editable() || event.ControlDown() || event.AltDown()) {
        event.Skip();
        return;
    }
    if (is_enter(key)) {
        if (!take_offer(false)) step_forward();
    } else if (key == WXK_TAB) {
        if (event.ShiftDown())
            step_back();
        else if (!take_offer(true))
            step_forward();
    } else if (!on_typing_key(event)) {
        event.Skip();
    }
}

bool VoucherGrid::on_typing_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const SheetCell cell = cursor();
    if (key == WXK_SPACE && is_amount(cell.column)) {
        change_lines([&] { sheet_.flip(cell.line); });
        go_to({cell.line, sheet_.line(cell.line).side == Side::debit ? SheetColumn::debit
                                                                     : SheetColumn::credit});
        return true;
    }
    if (key == WXK_ESCAPE && popup_->IsShown()) {
        popup_->Hide();
        return true;
    }
    if ((key != WXK_UP && key != WXK_DOWN) || !is_typing()) {
        if (key == WXK_DELETE && !is_typing()) {
            take_cell(cell, {});
            return true;
        }
        return false;
    }
    if (popup_->IsShown()) {
        popup_->move(key == WXK_UP ? -1 : 1);
    } else if (key == WXK_DOWN &&
               (cell.column == SheetColumn::account || cell.column == SheetColumn::item)) {
        offer_for({});
    } else {
        leave_editor();
        const int last = table_->GetNumberRows() - 1;
        go_to({std::clamp(cell.line + (key == WXK_UP ? -1 : 1), 0, last), cell.column});
    }
    return true;
}

// "=" in an amount balances at once; as the first sign only, since it may begin no calculation.
void VoucherGrid::on_grid_char(wxKeyEvent& event) {
    const SheetCell cell = cursor();
    const wxChar sign = event.GetUnicodeKey();
    const bool is_equals = sign == L'=' || sign == wxChar{0xFF1D};
    if (is_equals && is_editable() && is_amount(cell.column)) {
        auto* box = dynamic_cast<wxTextCtrl*>(event.GetEventObject());
        const bool is_first = box == nullptr || box->GetValue().empty() ||
                              box->GetStringSelection() == box->GetValue();
        if (is_first) {
            leave_editor();
            take_cell(cell, "=");
            go_to(cell);
            return;
        }
    }
    event.Skip();
}

// Keys of the whole window; they come here before any control sees them.
void VoucherGrid::on_screen_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const wxWindow* focus = FindFocus();
    const bool is_in_grid = focus != nullptr && (focus == grid_ || focus->GetParent() == grid_ ||
                                                 (focus->GetParent() != nullptr &&
                                                  focus->GetParent()->GetParent() == grid_));
    if (event.AltDown() || is_beside_) {
        event.Skip();
    } else if (event.ControlDown() && key != WXK_F7) {
        const bool is_text_key = key == 'C' || key == 'V' || key == 'Z' || key == 'Y' ||
                                 key == WXK_HOME || key == WXK_END;
        if ((is_text_key && !is_in_grid) || !on_control_key(key)) event.Skip();
    } else if (!on_function_key(event)) {
        event.Skip();
    }
}

bool VoucherGrid::on_function_key(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
        case WXK_F2:
            if (is_editable() || shown_.empty()) return false;
            if (!has_state({"entered", "held"}) || !may("bk.enter")) {
                tell({"Only a voucher that nobody has reviewed yet can be changed.", {}}, true);
                return true;
            }
            load_voucher(text_in(shown_, "voucher"), "", Mode::amending);
            return true;
        case WXK_F7:
            if (!is_editable()) return true;
            if (event.ControlDown())
                fill_balance();
            else
                choose_in_cell();
            return true;
        case WXK_F8: save(false, false); return true;
        case WXK_F9:
            run_on_voucher(event.ShiftDown() || has_state({"reviewed"})
                               ? "bk.voucher.withdraw_review"
                               : "bk.voucher.review");
            return true;
        case WXK_F11:
            if (is_editable()) open_calculator();
            return true;
        case WXK_PAGEUP:
        case WXK_PAGEDOWN:
            step(event.GetKeyCode() == WXK_PAGEUP ? "previous" : "next");
            return true;
        case WXK_INSERT:
            if (is_typing()) return false;
            on_action("new");
            return true;
        case WXK_ESCAPE:
            if (is_typing() || popup_->IsShown()) return false;
            if (may_close()) close_tab();
            return true;
        default: return false;
    }
}

bool VoucherGrid::on_control_key(int key) {
    const SheetCell cell = cursor();
    switch (key) {
        case 'S': save(false, false); return true;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER: save(false, true); return true;
        case 'N': on_action("new"); return true;
        case 'G': ask_number(); return true;
        case 'D':
            if (mode_ == Mode::showing && !shown_.empty() && may("bk.enter")) start_copy();
            return true;
        case WXK_HOME:
        case WXK_END:
            if (is_typing()) return false;
            step(key == WXK_HOME ? "first" : "last");
            return true;
        case 'C': {
            if (is_typing()) return false;
            const auto rows = grid_->GetSelectedRowBlocks();
            const int first = rows.empty() ? cell.line : rows.front().GetTopRow();
            const int last = rows.empty() ? cell.line : rows.back().GetBottomRow();
            if (wxTheClipboard->Open()) {
                wxTheClipboard->SetData(
                    new wxTextDataObject{from_utf8(sheet_.copied(first, last))});
                wxTheClipboard->Close();
            }
            return true;
        }
        default: break;
    }
    if (!is_editable()) return false;
    switch (key) {
        case 'V': {
            const std::string text = clipboard_text();
            if (text.find('\t') == std::string::npos) return false;
            change_lines([&] {
                if (const auto fault = sheet_.paste(cell.line, text)) tell(*fault, true);
            });
            return true;
        }
        case 'Z': {
            wxGridCellEditor* editor = grid_->GetCellEditor(cell.line,
                                                            static_cast<int>(cell.column));
            const bool is_changed = is_typing() && editor->GetValue() != cell_text(sheet_, cell);
            if (is_changed) editor->Reset();
            editor->DecRef();
            if (!is_changed) change_lines([&] { sheet_.undo(); });
            return true;
        }
        case 'Y': change_lines([&] { sheet_.redo(); }); return true;
        case 'I': change_lines([&] { sheet_.insert_line(cell.line); }); break;
        case WXK_DELETE: change_lines([&] { sheet_.remove_line(cell.line); }); break;
        default: return false;
    }
    go_to({cell.line, SheetColumn::summary});
    return true;
}

}  // namespace zf::bookkeeping
