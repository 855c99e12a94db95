#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

class wxListBox;
class wxTextCtrl;

namespace zf::desktop {

// Ctrl+K: everything that can be opened, found by part of its words, by pinyin initials or by its
// command name; and the lists that can be searched for what was typed.
class CommandPalette : public wxDialog {
public:
    CommandPalette(wxWindow* parent, UiHost& host);

    const std::string& chosen() const { return chosen_.opens; }
    const Record& parameters() const { return chosen_.parameters; }

private:
    struct Offer {
        wxString label;
        wxString title, initials;  // its last part, lower case, and that by the letters of pinyin
        std::string opens;
    };
    struct Shown {
        wxString label;
        std::string opens;
        Record parameters;
    };
    static std::optional<int> rank_of(const Offer& offer, const wxString& typed);
    void offer_searches(const std::string& typed);
    void collect();
    void narrow();
    void take();

    UiHost& host_;
    wxTextCtrl* search_;
    wxListBox* list_;
    std::vector<Offer> offers_;
    std::vector<Shown> shown_;
    Shown chosen_;
};

}  // namespace zf::desktop
