#include "desktop/key_list.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>

#include "desktop/navigation.h"

namespace zf::desktop {
namespace {

// Keys of the window itself and of every list and form.
constexpr std::pair<const char*, const char*> everywhere[] = {
    {"Ctrl+K", "Find and open"},
    {"F1", "Help"},
    {"Ctrl+/", "This list of keys"},
    {"Ctrl+O", "Open a workspace"},
    {"Ctrl+L", "Lock"},
    {"Ctrl+Shift+L", "Switch operator"},
    {"Ctrl+Q", "Quit"},
    {"Ctrl+P", "Print"},
    {"Ctrl+E", "Export"},
    {"Ctrl+F", "Filter"},
    {"F5", "Refresh"},
    {"F7", "Look up what a box may hold"},
    {"Enter", "Open the row"},
    {"Ctrl+C", "Copy the marked rows with their heads"},
    {"F9, Shift+F9", "First and second command of a list, for the marked rows"},
    {"Insert", "New row of a list"},
    {"Alt+←, Backspace", "Back to where one came from"},
    {"Alt+→", "Forward again"},
    {"Ctrl+Tab", "Next tab"},
};

}  // namespace

KeyList::KeyList(wxWindow* parent, UiHost& host)
    : wxDialog{parent,
               wxID_ANY,
               tr(host, "Keys"),
               wxDefaultPosition,
               parent->FromDIP(wxSize{620, 520}),
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER} {
    auto* list = new wxDataViewListCtrl{this, wxID_ANY};
    list->AppendTextColumn(tr(host, "Key"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list->AppendTextColumn(tr(host, "What it does"), wxDATAVIEW_CELL_INERT, FromDIP(280));
    list->AppendTextColumn(tr(host, "Where"), wxDATAVIEW_CELL_INERT, FromDIP(160));
    const auto add = [&](const wxString& key, const wxString& meaning, const wxString& where) {
        wxVector<wxVariant> row;
        for (const wxString& cell : {key, meaning, where}) row.push_back(cell);
        list->AppendItem(row);
    };
    for (const auto& [key, meaning] : everywhere)
        add(tr(host, key), tr(host, meaning), tr(host, "Everywhere"));
    for (const MenuEntry& entry : permitted_entries(host)) {
        const wxString path = translated_path(host, entry.path);
        if (!entry.shortcut.empty())
            add(from_utf8(entry.shortcut), path.AfterLast('/'), path.BeforeFirst('/'));
    }
    for (const ScreenInfo& screen : host.registry().screens())
        for (const auto& [key, meaning] : screen.keys)
            add(from_utf8(key), tr(host, meaning), tr(host, screen.title));
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(list, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(new wxButton{this, wxID_CANCEL, tr(host, "Close")},
               wxSizerFlags{}.Right().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    SetSizer(sizer);
    list->SetFocus();
    CentreOnParent();
}

}  // namespace zf::desktop
