// The boxes above the lines: word, date, attachments, reference.
#include <wx/textctrl.h>

#include "ui/voucher_grid.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {

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

}  // namespace zf::bookkeeping
