#pragma once

#include <string>

#include <wx/bmpbndl.h>

namespace zf::desktop {

// An icon of the set by its name there ("journal-text"), drawn in the window's text colour, so that
// it is right in dark mode and at any scale. An empty bundle when the set has none of that name.
wxBitmapBundle icon(const std::string& name, int size = 20);

}  // namespace zf::desktop
