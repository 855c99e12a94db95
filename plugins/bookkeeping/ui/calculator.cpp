#include "ui/calculator.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "zhangfang/base/text.h"
#include "zhangfang/formula/amount_cell.h"

namespace zf::bookkeeping {

Calculator::Calculator(wxWindow* parent, UiHost& host, const std::string& start)
    : wxDialog{parent, wxID_ANY, tr(host, "Calculator")},
      formula_{new wxTextCtrl{this, wxID_ANY, from_utf8(start)}},
      shown_{new wxStaticText{
          this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{320, -1}), wxALIGN_RIGHT}} {
    shown_->SetFont(shown_->GetFont().Scaled(1.5F).Bold());
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(shown_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    sizer->Add(formula_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    sizer->Add(
        new wxStaticText{
            this, wxID_ANY,
            tr(host, "For example 12.5*8+3. F12 or Enter puts the result into the cell.")},
        wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    SetSizerAndFit(sizer);
    CentreOnParent();
    formula_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { calculate(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_F12 || key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
            finish();
        else
            event.Skip();
    });
    formula_->SetFocus();
    formula_->SelectAll();
    calculate();
}

void Calculator::calculate() {
    const auto amount = amount_from_cell(half_width(to_utf8(formula_->GetValue())),
                                         Rounding::half_away);
    result_ = amount ? amount->text() : std::string{};
    shown_->SetLabel(amount ? from_utf8(with_thousands(result_)) : wxString{"–"});
    Layout();
}

void Calculator::finish() {
    if (!result_.empty()) EndModal(wxID_OK);
}

}  // namespace zf::bookkeeping
