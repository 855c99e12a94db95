#include "desktop/plugins_screen.h"

#include <wx/dataview.h>
#include <wx/sizer.h>

namespace zf::desktop {

PluginsScreen::PluginsScreen(wxWindow* parent, UiHost& host, const host::Modules& modules)
    : Screen{parent, host} {
    auto* list = new wxDataViewListCtrl{this, wxID_ANY};
    for (const char* label : {"Title", "Identity", "Version", "State"})
        list->AppendTextColumn(tr(host, label), wxDATAVIEW_CELL_INERT, wxCOL_WIDTH_AUTOSIZE);
    for (const FoundPlugin& plugin : modules.loader().plugins()) {
        const wxString state = plugin.is_disabled        ? tr(host, "Disabled")
                               : plugin.refusals.empty() ? tr(host, "Loaded")
                                                         : tr(host, plugin.refusals.front().text);
        wxVector<wxVariant> row;
        row.push_back(tr(host, plugin.manifest.title));
        row.push_back(from_utf8(plugin.manifest.id));
        row.push_back(from_utf8(plugin.manifest.version));
        row.push_back(state);
        list->AppendItem(row);
    }
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(list, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
}

wxString PluginsScreen::title() const {
    return tr(host(), "Plugins");
}

}  // namespace zf::desktop
