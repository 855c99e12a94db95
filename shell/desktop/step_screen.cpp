#include "desktop/step_screen.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/hyperlink.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "desktop/icons.h"
#include "zhangfang/ui/value_text.h"

namespace zf::desktop {
namespace {

const Record* check_with(const List& checks, const std::string& code) {
    for (const Value& each : checks)
        if (const auto* check = each.if_a<Record>();
            check != nullptr && check->get("code").plain_text() == code)
            return check;
    return nullptr;
}

bool has_passed(const Record& check) {
    const bool* passed = check.get("passed").if_a<bool>();
    return passed != nullptr && *passed;
}

const char* icon_of(const Record& check) {
    if (has_passed(check)) return "check-circle";
    const bool* stops = check.get("stops").if_a<bool>();
    return stops != nullptr && *stops ? "x-circle" : "exclamation-triangle";
}

}  // namespace

StepScreen::StepScreen(wxWindow* parent, UiHost& host, const StepView& view,
                       const Record& parameters)
    : Screen{parent, host},
      view_{view} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    auto* heading = new wxStaticText{this, wxID_ANY, tr(host, view.title)};
    heading->SetFont(heading->GetFont().Bold().Scaled(1.3F));
    sizer->Add(heading, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    std::vector<FieldInfo> fields;
    for (const FieldInfo& field : host.registry().commands().at(view.query).info.parameters)
        if (std::find(view.filters.begin(), view.filters.end(), field.name) != view.filters.end())
            fields.push_back(field);
    if (!fields.empty()) {
        filters_ = new FormPanel{this, host, fields, nullptr};
        filters_->set_values(parameters);
        filters_->on_change = [this] { load(); };
        filters_->SetMinSize(filters_->GetSizer()->GetMinSize());
        sizer->Add(filters_, wxSizerFlags{}.Border(wxLEFT, FromDIP(4)));
    }
    state_ = new wxStaticText{this, wxID_ANY, {}};
    sizer->Add(state_, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    auto* page = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxVSCROLL | wxTAB_TRAVERSAL};
    page->SetScrollRate(0, FromDIP(12));
    steps_ = new wxPanel{page};
    checks_ = new wxPanel{page};
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(steps_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    column->Add(checks_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    page->SetSizer(column);
    sizer->Add(page, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    load();
}

wxString StepScreen::title() const {
    return tr(host(), view_.title);
}

void StepScreen::load() {
    CommandRequest request{.command = view_.query};
    if (filters_ != nullptr) {
        filters_->clear_problems();
        request.parameters = filters_->values();
    }
    host().run(this, std::move(request), [this](const Outcome& outcome) { take(outcome); });
}

void StepScreen::take(const Outcome& outcome) {
    if (!outcome.is_done()) {
        const Problems elsewhere = filters_ != nullptr ? filters_->show(outcome.problems)
                                                       : outcome.problems;
        if (!elsewhere.empty()) state_->SetLabel(tr(host(), gravest(elsewhere).text));
        Layout();
        return;
    }
    asked_ = Record{};
    for (const std::string& name : view_.filters)
        if (outcome.result.has(name)) asked_.set(name, outcome.result.get(name));
    wxString told;
    for (const FieldInfo& field : host().registry().commands().at(view_.query).info.answer)
        if (field.type != ValueType::list && outcome.result.has(field.name))
            told += (told.empty() ? "" : "    ") + tr(host(), field.label) + " " +
                    display_text(host(), field, outcome.result.get(field.name));
    state_->SetLabel(told);
    static const List none;
    const List* checks = outcome.result.get("rows").if_a<List>();
    show_steps(checks == nullptr ? none : *checks);
    show_checks(checks == nullptr ? none : *checks);
    Layout();
    steps_->GetParent()->Layout();
    steps_->GetParent()->FitInside();
}

bool StepScreen::may_open(const std::string& name) const {
    const Registry& registry = host().registry();
    const auto& lists = registry.lists();
    const auto list = std::find_if(lists.begin(), lists.end(),
                                   [&](const ListView& each) { return each.name == name; });
    const auto command = registry.commands().find(list == lists.end() ? name : list->query);
    return command == registry.commands().end() || command->second.info.permission.empty() ||
           (host().session() != nullptr &&
            host().session()->may_somewhere(command->second.info.permission));
}

void StepScreen::open(const std::string& name) {
    const auto command = host().registry().commands().find(name);
    Record parameters;
    if (command != host().registry().commands().end())
        for (const FieldInfo& field : command->second.info.parameters)
            if (asked_.has(field.name)) parameters.set(field.name, asked_.get(field.name));
    host().open(name, parameters);
}

void StepScreen::show_steps(const List& checks) {
    steps_->DestroyChildren();
    auto* grid = new wxFlexGridSizer{4, FromDIP(10), FromDIP(16)};
    grid->AddGrowableCol(2, 1);
    int number = 0;
    for (const Step& step : view_.steps) {
        const Record* check = step.check.empty() ? nullptr : check_with(checks, step.check);
        const bool is_done = check != nullptr && has_passed(*check);
        grid->Add(new wxStaticBitmap{steps_, wxID_ANY,
                                     icon(is_done ? "check-circle" : "circle", FromDIP(20))},
                  wxSizerFlags{}.CentreVertical());
        auto* title = new wxStaticText{steps_, wxID_ANY,
                                       wxString::Format("%d. ", ++number) + tr(host(), step.title)};
        title->SetFont(title->GetFont().Bold());
        grid->Add(title, wxSizerFlags{}.CentreVertical());
        grid->Add(new wxStaticText{steps_, wxID_ANY, tr(host(), step.text)},
                  wxSizerFlags{1}.CentreVertical());
        auto* run = new wxButton{steps_, wxID_ANY,
                                 tr(host(), step.title) + wxString::FromUTF8("…")};
        run->Enable(may_open(step.command));
        run->Bind(wxEVT_BUTTON, [this, name = step.command](wxCommandEvent&) { open(name); });
        grid->Add(run, wxSizerFlags{}.Expand());
    }
    steps_->SetSizer(grid, true);
}

void StepScreen::show_checks(const List& checks) {
    checks_->DestroyChildren();
    const FieldInfo sentence{.name = "check", .label = "Check", .type = ValueType::record};
    auto* grid = new wxFlexGridSizer{3, FromDIP(8), FromDIP(12)};
    grid->AddGrowableCol(1, 1);
    for (const Value& each : checks) {
        const auto* check = each.if_a<Record>();
        if (check == nullptr) continue;
        grid->Add(new wxStaticBitmap{checks_, wxID_ANY, icon(icon_of(*check), FromDIP(18))},
                  wxSizerFlags{}.Top());
        wxString text = display_text(host(), sentence, check->get("check"));
        if (const List* findings = check->get("findings").if_a<List>())
            for (const Value& finding : *findings)
                if (const auto* record = finding.if_a<Record>())
                    text += "\n    " + display_text(host(), sentence, record->get("message"));
        auto* told = new wxStaticText{checks_, wxID_ANY, text};
        told->Wrap(FromDIP(680));
        grid->Add(told, wxSizerFlags{1}.Expand());
        const auto mends = view_.mends.find(check->get("code").plain_text());
        if (has_passed(*check) || mends == view_.mends.end() || !may_open(mends->second)) {
            grid->AddSpacer(1);
            continue;
        }
        auto* link = new wxButton{checks_, wxID_ANY, tr(host(), "Put it right…")};
        link->Bind(wxEVT_BUTTON, [this, name = mends->second](wxCommandEvent&) { open(name); });
        grid->Add(link, wxSizerFlags{}.Top());
    }
    checks_->SetSizer(grid, true);
}

void StepScreen::rows_changed(const std::vector<ChangedRows>&) {
    load();
}

void StepScreen::session_changed() {
    load();
}

void StepScreen::focus_first() {
    if (filters_ != nullptr)
        filters_->focus_first();
    else
        SetFocus();
}

bool StepScreen::on_action(const std::string& action) {
    if (action != "refresh") return false;
    load();
    return true;
}

}  // namespace zf::desktop
