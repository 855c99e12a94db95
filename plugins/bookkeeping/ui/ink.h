#pragma once

#include <wx/settings.h>

namespace zf::bookkeeping {

// Red amounts and sentences of alarm; they always carry a sign or a word besides.
inline wxColour red_ink() {
    return wxSystemSettings::GetAppearance().IsDark() ? wxColour{255, 120, 110}
                                                      : wxColour{190, 30, 30};
}

inline wxColour quiet_ink() {
    return wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
}

inline wxColour plain_ink() {
    return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
}

// Behind a cell that a problem names.
inline wxColour fault_paper() {
    return wxSystemSettings::GetAppearance().IsDark() ? wxColour{96, 40, 40}
                                                      : wxColour{255, 226, 222};
}

}  // namespace zf::bookkeeping
