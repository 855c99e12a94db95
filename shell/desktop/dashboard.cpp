#include "desktop/dashboard.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbox.h>
#include <wx/stattext.h>

#include "zhangfang/ui/value_text.h"

namespace zf::desktop {

Dashboard::Dashboard(wxWindow* parent, UiHost& host)
    : Screen{parent, host},
      grid_{new wxFlexGridSizer{3, FromDIP(12), FromDIP(12)}} {
    for (std::size_t column = 0; column < 3; ++column) grid_->AddGrowableCol(column, 1);
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(grid_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(sizer);
    fill();
}

wxString Dashboard::title() const {
    return tr(host(), "Dashboard");
}

void Dashboard::fill() {
    cards_.clear();
    grid_->Clear(true);
    for (const DashboardCard& card : host().registry().cards()) {
        const auto query = host().registry().commands().find(card.query);
        if (query == host().registry().commands().end() || host().session() == nullptr) continue;
        if (!host().session()->may_somewhere(query->second.info.permission)) continue;
        auto* box = new wxStaticBoxSizer{wxVERTICAL, this, tr(host(), card.title)};
        auto* figures = new wxStaticText{box->GetStaticBox(), wxID_ANY, {}};
        figures->SetFont(figures->GetFont().Scaled(1.15F));
        box->Add(figures, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
        if (!card.opens.empty()) {
            auto* open = new wxButton{box->GetStaticBox(), wxID_ANY, tr(host(), "Look")};
            open->Bind(wxEVT_BUTTON,
                       [this, name = card.opens](wxCommandEvent&) { host().open(name, {}); });
            box->Add(open, wxSizerFlags{}.Border(wxALL, FromDIP(4)));
        }
        grid_->Add(box, wxSizerFlags{1}.Expand());
        cards_.push_back({&card, figures});
    }
    Layout();
    for (const Card& card : cards_) ask(card);
}

void Dashboard::ask(const Card& card) {
    host().run(card.figures, {.command = card.declared->query},
               [this, card](const Outcome& outcome) {
                   const auto query = host().registry().commands().find(card.declared->query);
                   if (outcome.is_done())
                       show_figures(card, query->second.info, outcome.result);
                   else if (!outcome.problems.empty())
                       card.figures->SetLabel(tr(host(), gravest(outcome.problems).text));
               });
}

void Dashboard::show_figures(const Card& card, const CommandInfo& query, const Record& answer) {
    wxString text;
    for (const FieldInfo& field : query.answer) {
        if (field.type == ValueType::list || !answer.has(field.name)) continue;
        const wxString value = display_text(host(), field, answer.get(field.name));
        if (!value.empty()) text += tr(host(), field.label) + "   " + value + "\n";
    }
    card.figures->SetLabel(text);
    Layout();
}

void Dashboard::rows_changed(const std::vector<ChangedRows>&) {
    for (const Card& card : cards_) ask(card);
}

void Dashboard::session_changed() {
    fill();
}

bool Dashboard::on_action(const std::string& action) {
    if (action != "refresh") return false;
    for (const Card& card : cards_) ask(card);
    return true;
}

}  // namespace zf::desktop
