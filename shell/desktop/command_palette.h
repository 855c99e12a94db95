#pragma once

#include <string>
#include <vector>

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

class wxListBox;
class wxTextCtrl;

namespace zf::desktop {

// Ctrl+K: everything that can be opened, found by part of its words or by its command name.
class CommandPalette : public wxDialog {
public:
    CommandPalette(wxWindow* parent, UiHost& host);

    const std::string& chosen() const { return chosen_; }

private:
    struct Offer {
        wxString label;
        wxString haystack;
        std::string opens;
    };
    void collect();
    void narrow();
    void take();

    UiHost& host_;
    wxTextCtrl* search_;
    wxListBox* list_;
    std::vector<Offer> offers_;
    std::vector<std::size_t> shown_;
    std::string chosen_;
};

}  // namespace zf::desktop
