#pragma once

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

namespace zf::desktop {

// Every key and what it does: those of the window, of the menus, and of bespoke screens.
class KeyList : public wxDialog {
public:
    KeyList(wxWindow* parent, UiHost& host);
};

}  // namespace zf::desktop
