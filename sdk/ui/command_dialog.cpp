#include "zhangfang/ui/command_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "zhangfang/ui/notice_bar.h"

namespace zf {
namespace {

const FormView* form_of(const Registry& registry, const std::string& name) {
    const auto& forms = registry.forms();
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const FormView& form) { return form.of == name; });
    return found == forms.end() ? nullptr : &*found;
}

}  // namespace

CommandDialog::CommandDialog(wxWindow* parent, UiHost& host, const CommandInfo& command,
                             const Record& given, std::function<void(const Outcome&)> on_done)
    : wxDialog{parent,
               wxID_ANY,
               tr(host, command.title),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      host_{host},
      on_done_{std::move(on_done)},
      request_{.command = command.name},
      bar_{new NoticeBar{this, host}},
      form_{new FormPanel{this, host, command.parameters, form_of(host.registry(), command.name)}} {
    form_->set_values(given);
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    if (!command.help.empty()) {
        auto* help = new wxStaticText{this, wxID_ANY, tr(host, command.help)};
        help->Wrap(FromDIP(520));
        sizer->Add(help, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    }
    sizer->Add(form_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    if (command.asks_reason) {
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        reason_ = new wxTextCtrl{this, wxID_ANY};
        row->Add(new wxStaticText{this, wxID_ANY, tr(host, "Reason") + " *"},
                 wxSizerFlags{}.CentreVertical());
        row->AddSpacer(FromDIP(12));
        row->Add(reason_, wxSizerFlags{1});
        sizer->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    }
    auto* buttons = new wxStdDialogButtonSizer;
    run_ = new wxButton{this, wxID_OK, tr(host, command.title)};
    auto* cancel = new wxButton{this, wxID_CANCEL, tr(host, "Cancel")};
    buttons->AddButton(run_);
    buttons->AddButton(cancel);
    buttons->Realize();
    (command.asks_confirmation ? cancel : run_)->SetDefault();
    sizer->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(sizer);
    SetMinSize(FromDIP(wxSize{480, 160}));
    const wxSize best = form_->GetSizer()->GetMinSize();
    form_->SetMinSize({std::max(best.x, FromDIP(440)), std::min(best.y, FromDIP(460))});
    Fit();
    CentreOnParent();
    run_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    form_->focus_first();
    fill(command, given);
}

// The boxes begin with what is kept now, where the form names the command that tells it.
void CommandDialog::fill(const CommandInfo& command, const Record& given) {
    const FormView* form = form_of(host_.registry(), command.name);
    if (form == nullptr || form->filled_by.empty()) return;
    const CommandInfo& query = host_.registry().commands().at(form->filled_by).info;
    CommandRequest request{.command = query.name};
    for (const FieldInfo& field : query.parameters) {
        if (given.has(field.name)) request.parameters.set(field.name, given.get(field.name));
        if (field.is_required && !given.has(field.name)) return;
    }
    host_.run(this, std::move(request), [this, given](const Outcome& outcome) {
        if (!outcome.is_done()) return;
        form_->set_values(outcome.result);
        form_->set_values(given);
    });
}

void CommandDialog::submit() {
    bar_->Dismiss();
    form_->clear_problems();
    request_.parameters = form_->values();
    if (reason_ != nullptr) request_.reason = to_utf8(reason_->GetValue());
    run_->Disable();
    host_.run(this, request_, [this](const Outcome& outcome) { take(outcome); });
}

void CommandDialog::take(const Outcome& outcome) {
    run_->Enable();
    if (outcome.is_done()) {
        if (!outcome.said.id.empty()) host_.say(outcome.said);
        if (on_done_) on_done_(outcome);
        if (IsModal()) EndModal(wxID_OK);
        return;
    }
    if (confirm_alerts(outcome.problems)) {
        submit();
        return;
    }
    const Problems elsewhere = form_->show(outcome.problems);
    bar_->warn(elsewhere.empty() ? outcome.problems : elsewhere);
}

// Alerts alone are asked about once; what the operator accepts goes into the request and so into
// the trail.
bool CommandDialog::confirm_alerts(const Problems& problems) {
    const bool only_alerts = !problems.empty() &&
                             std::all_of(problems.begin(), problems.end(), [](const Problem& each) {
                                 return each.level == Level::alert || each.level == Level::notice;
                             });
    if (!only_alerts) return false;
    wxString text;
    for (const Problem& each : problems) text += tr(host_, each.text) + "\n";
    wxMessageDialog question{this, text, GetTitle(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    question.SetYesNoLabels(tr(host_, "Go on"), tr(host_, "Back"));
    if (question.ShowModal() != wxID_YES) return false;
    for (const Problem& each : problems)
        if (each.level == Level::alert) request_.acknowledged.push_back(each.code);
    return true;
}

}  // namespace zf
