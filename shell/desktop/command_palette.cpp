#include "desktop/command_palette.h"

#include <algorithm>
#include <set>

#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "desktop/navigation.h"
#include "zhangfang/store/search_key.h"

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
    const auto add = [&](const wxString& label, const std::string& name) {
        const wxString title = label.AfterLast('/');
        offers_.push_back({label, title.Lower(), from_utf8(pinyin_initials(to_utf8(title))), name});
    };
    for (const MenuEntry& entry : permitted_entries(host_)) {
        add(translated_path(host_, entry.path), entry.opens);
        offered.insert(entry.opens);
    }
    const auto offer = [&](const std::string& name, const std::string& title,
                           const std::string& permission) {
        if (offered.count(name) != 0 || host_.session() == nullptr) return;
        if (permission.empty() || host_.session()->may_somewhere(permission))
            add(tr(host_, title), name);
    };
    for (const auto& [name, report] : host_.registry().reports())
        offer(name, report.info.title, report.info.permission);
    for (const auto& [name, command] : host_.registry().commands())
        if (command.info.effect != Effect::reads && command.info.needs == Needs::session)
            offer(name, command.info.title, command.info.permission);
}

// How well an offer fits: its own name or title, then how that begins, then pinyin initials, then
// any word anywhere; nothing when it does not fit.
std::optional<int> CommandPalette::rank_of(const Offer& offer, const wxString& typed) {
    const wxString name = from_utf8(offer.opens);
    if (offer.title == typed || name == typed) return 0;
    if (offer.title.StartsWith(typed)) return 1;
    if (offer.initials.StartsWith(typed)) return 2;
    const wxString all = offer.label.Lower() + " " + name + " " + offer.initials;
    for (const wxString& word : wxSplit(typed, ' '))
        if (!all.Contains(word)) return std::nullopt;
    return 3;
}

void CommandPalette::narrow() {
    const wxString typed = search_->GetValue().Lower().Strip(wxString::both);
    std::vector<std::pair<int, Shown>> ranked;
    for (const Offer& offer : offers_)
        if (const auto rank = rank_of(offer, typed))
            ranked.push_back({*rank, {offer.label, offer.opens, {}}});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    shown_.clear();
    for (auto& [rank, offer] : ranked) shown_.push_back(std::move(offer));
    if (!typed.empty()) offer_searches(to_utf8(search_->GetValue()));
    wxArrayString labels;
    for (const Shown& each : shown_) labels.Add(each.label);
    if (labels.empty()) labels.Add(tr(host_, "Nothing has this name. Type a part of it."));
    list_->Set(labels);
    list_->SetSelection(shown_.empty() ? wxNOT_FOUND : 0);
}

// What was typed may stand in the records themselves: vouchers, accounts, operators.
void CommandPalette::offer_searches(const std::string& typed) {
    const auto permitted = permitted_entries(host_);
    for (const ListView& list : host_.registry().lists()) {
        const auto query = host_.registry().commands().find(list.query);
        const bool is_in_menu = std::any_of(
            permitted.begin(), permitted.end(),
            [&](const MenuEntry& entry) { return entry.opens == list.name; });
        if (!is_in_menu || query == host_.registry().commands().end()) continue;
        const auto& parameters = query->second.info.parameters;
        if (std::none_of(parameters.begin(), parameters.end(),
                         [](const FieldInfo& field) { return field.name == "search"; }))
            continue;
        shown_.push_back({tr(host_, Message{"Search \"{0}\" in: {1}",
                                            {typed, host_.catalogue().text(list.title)}}),
                          list.name,
                          {{"search", Value{typed}}}});
    }
}

void CommandPalette::take() {
    const int selected = list_->GetSelection();
    if (selected < 0) return;
    if (static_cast<std::size_t>(selected) >= shown_.size()) return;
    chosen_ = shown_[static_cast<std::size_t>(selected)];
    EndModal(wxID_OK);
}

}  // namespace zf::desktop
