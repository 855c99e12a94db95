#pragma once

#include <map>
#include <string>

#include <wx/panel.h>
#include <wx/treectrl.h>

#include "zhangfang/ui/ui_host.h"

class wxSearchCtrl;

namespace zf::desktop {

// The tree on the left: the menu entries that this operator may open, narrowed by typing.
class Navigation : public wxPanel {
public:
    Navigation(wxWindow* parent, UiHost& host);

    // Fills the tree again: after signing in, switching operator, changing language.
    void fill();

private:
    wxTreeItemId folder(const wxString& path);
    void open_selected();

    UiHost& host_;
    wxSearchCtrl* filter_;
    wxTreeCtrl* tree_;
    std::map<wxString, wxTreeItemId> folders_;
};

// The menu entries an operator may open, in the order they are shown.
std::vector<MenuEntry> permitted_entries(const UiHost& host);
// "Daily books/Enter voucher" in the window's language.
wxString translated_path(const UiHost& host, const std::string& path);

}  // namespace zf::desktop
