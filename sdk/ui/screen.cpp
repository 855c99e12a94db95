#include "zhangfang/ui/screen.h"

namespace zf {

Screen::Screen(wxWindow* parent, UiHost& host)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL},
      host_{host} {}

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

wxString Screen::status() const {
    return {};
}

}  // namespace zf
