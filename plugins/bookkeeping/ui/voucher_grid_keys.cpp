// The keys of the voucher's window.
#include <algorithm>

#include <wx/clipbrd.h>
#include <wx/textctrl.h>

#include "ui/offer_popup.h"
#include "ui/voucher_grid.h"
#include "ui/voucher_record.h"
#include "zhangfang/ui/composition.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

bool is_enter(int key) {
    return key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
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
    wxWindow* focus = FindFocus();
    auto* box = dynamic_cast<wxTextCtrl*>(focus);
    if (box != nullptr && takes_composed_key(*box)) return;
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
