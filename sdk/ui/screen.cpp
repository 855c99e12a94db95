#include "zhangfang/ui/screen.h"

#include <wx/bookctrl.h>
#include <wx/settings.h>

namespace zf {

Screen::Screen(wxWindow* parent, UiHost& host)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL},
      host_{host} {
    // The notebook's own ground is darker, and shows through what has none.
    SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
        event.Skip();
    });
}

Screen::~Screen() = default;

void Screen::rows_changed(const std::vector<ChangedRows>&) {}

void Screen::session_changed() {}

bool Screen::may_close() {
    return true;
}

void Screen::focus_first() {
    SetFocus();
}

bool Screen::on_action(const std::string&) {
    return false;
}

void Screen::title_changed() {
    auto* tabs = dynamic_cast<wxBookCtrlBase*>(GetParent());
    const int page = tabs == nullptr ? wxNOT_FOUND : tabs->FindPage(this);
    if (page != wxNOT_FOUND) tabs->SetPageText(static_cast<std::size_t>(page), title());
}

void Screen::close_tab() {
    auto* tabs = dynamic_cast<wxBookCtrlBase*>(GetParent());
    if (tabs == nullptr) return;
    tabs->CallAfter([tabs, this] {
        const int page = tabs->FindPage(this);
        if (page != wxNOT_FOUND) tabs->DeletePage(static_cast<std::size_t>(page));
    });
}

wxString Screen::status() const {
    return {};
}

}  // namespace zf
