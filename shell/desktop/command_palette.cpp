#include "desktop/command_palette.h"

#include <algorithm>
#include <set>

#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "desktop/navigation.h"

namespace zf::desktop {

CommandPalette::CommandPalette(wxWindow* parent, UiHost& host)
    : wxDialog{parent,
               wxID_ANY,
               tr(host, "Find and open"),
               wxDefaultPosition,
               parent->FromDIP(wxSize{560, 400}),
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      host_{host},
      search_{new wxTextCtrl{this, wxID_ANY}},
      list_{new wxListBox{this, wxID_ANY}} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(search_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(list_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    SetSizer(sizer);
    collect();
    narrow();
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { narrow(); });
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int selected = list_->GetSelection();
        const int last = static_cast<int>(list_->GetCount()) - 1;
        switch (event.GetKeyCode()) {
            case WXK_RETURN:
            case WXK_NUMPAD_ENTER: take(); return;
            case WXK_ESCAPE: EndModal(wxID_CANCEL); return;
            case WXK_DOWN: list_->SetSelection(std::min(selected + 1, last)); return;
            case WXK_UP: list_->SetSelection(std::max(selected - 1, std::min(0, last))); return;
            default: event.Skip();
        }
    });
    search_->SetFocus();
    CentreOnParent();
}

void CommandPalette::collect() {
    std::set<std::string> offered;
    for (const MenuEntry& entry : permitted_entries(host_)) {
        const wxString path = translated_path(host_, entry.path);
        offers_.push_back({path, path.Lower() + " " + from_utf8(entry.opens), entry.opens});
        offered.insert(entry.opens);
    }
    const auto offer = [&](const std::string& name, const std::string& title,
                           const std::string& permission) {
        if (offered.count(name) != 0 || host_.session() == nullptr) return;
        if (!permission.empty() && !host_.session()->may_somewhere(permission)) return;
        const wxString label = tr(host_, title);
        offers_.push_back({label, label.Lower() + " " + from_utf8(name), name});
    };
    for (const auto& [name, report] : host_.registry().reports())
        offer(name, report.info.title, report.info.permission);
    for (const auto& [name, command] : host_.registry().commands())
        if (command.info.effect != Effect::reads && command.info.needs == Needs::session)
            offer(name, command.info.title, command.info.permission);
}

void CommandPalette::narrow() {
    const wxArrayString words = wxSplit(search_->GetValue().Lower(), ' ');
    shown_.clear();
    wxArrayString labels;
    for (std::size_t i = 0; i < offers_.size(); ++i) {
        const bool fits = std::all_of(words.begin(), words.end(), [&](const wxString& word) {
            return offers_[i].haystack.find(word) != wxString::npos;
        });
        if (!fits) continue;
        shown_.push_back(i);
        labels.Add(offers_[i].label);
    }
    list_->Set(labels);
    if (!shown_.empty()) list_->SetSelection(0);
}

void CommandPalette::take() {
    const int selected = list_->GetSelection();
    if (selected < 0) return;
    chosen_ = offers_[shown_[static_cast<std::size_t>(selected)]].opens;
    EndModal(wxID_OK);
}

}  // namespace zf::desktop
