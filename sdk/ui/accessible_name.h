#pragma once

#include <wx/string.h>

class wxWindow;

namespace zf {

// The name that a screen reader speaks for a control whose label stands beside it.
void set_accessible_name(wxWindow& window, const wxString& name);

}  // namespace zf
