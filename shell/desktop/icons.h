#pragma once

#include <string>

#include <wx/bmpbndl.h>

namespace zf::desktop {

// An icon of the set by its name there ("journal-text"), drawn in the window's text colour, so that
// it is right in dark mode and at any scale. An empty bundle when the set has none of that name.
wxBitmapBundle icon(const std::string& name, int size = 20);

// The icon of a command, by what its last word does.
std::string icon_of_command(const std::string& name);

}  // namespace zf::desktop
