#include "desktop/sign_in_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "zhangfang/ui/notice_bar.h"

namespace zf::desktop {

SignInDialog::SignInDialog(wxWindow* parent, UiHost& host, const Asks& asks)
    : wxDialog{parent, wxID_ANY, tr(host, "Sign in")},
      host_{host},
      bar_{new NoticeBar{this, host}},
      login_{new wxTextCtrl{this, wxID_ANY, from_utf8(asks.login)}},
      password_{new wxTextCtrl{this, wxID_ANY, from_utf8(asks.password), wxDefaultPosition,
                               wxDefaultSize, wxTE_PASSWORD}},
      enter_{new wxButton{this, wxID_OK, tr(host, "Sign in")}} {
    login_->SetName(tr(host, "Operator"));
    password_->SetName(tr(host, "Password"));
    auto* grid = new wxFlexGridSizer{2, FromDIP(8), FromDIP(12)};
    grid->AddGrowableCol(1, 1);
    grid->Add(new wxStaticText{this, wxID_ANY, tr(host, "Operator")},
              wxSizerFlags{}.CentreVertical());
    grid->Add(login_, wxSizerFlags{1}.Expand());
    grid->Add(new wxStaticText{this, wxID_ANY, tr(host, "Password")},
              wxSizerFlags{}.CentreVertical());
    grid->Add(password_, wxSizerFlags{1}.Expand());
    auto* buttons = new wxStdDialogButtonSizer;
    buttons->AddButton(enter_);
    buttons->AddButton(new wxButton{this, wxID_CANCEL, asks.cancel});
    buttons->Realize();
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(new wxStaticText{this, wxID_ANY, asks.place},
               wxSizerFlags{}.Border(wxALL, FromDIP(16)));
    sizer->Add(grid, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    if (!asks.note.empty())
        sizer->Add(new wxStaticText{this, wxID_ANY, asks.note},
                   wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    sizer->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(sizer);
    SetMinSize(FromDIP(wxSize{400, 220}));
    Fit();
    CentreOnParent();
    enter_->SetDefault();
    enter_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    (asks.login.empty() ? login_ : password_)->SetFocus();
}

void SignInDialog::submit() {
    bar_->Dismiss();
    enter_->Disable();
    login_used_ = to_utf8(login_->GetValue());
    CommandRequest request{.command = "session.open"};
    request.parameters.set("login", Value{login_used_});
    request.parameters.set("password", Value{to_utf8(password_->GetValue())});
    host_.run(this, std::move(request), [this](const Outcome& outcome) {
        enter_->Enable();
        if (outcome.is_done()) {
            token_ = outcome.result.get("token").plain_text();
            EndModal(wxID_OK);
            return;
        }
        bar_->warn(outcome.problems);
        password_->SetFocus();
        password_->SelectAll();
    });
}

}  // namespace zf::desktop
