#pragma once

#include <wx/settings.h>

namespace zf {

// Red amounts and sentences of alarm; they always carry a sign or a word besides.
inline wxColour red_ink() {
    return wxSystemSettings::GetAppearance().IsDark() ? wxColour{255, 120, 110}
                                                      : wxColour{190, 30, 30};
}

// Quieter than the text, and still read without effort: the grey of the system is for what cannot
// be used.
inline wxColour quiet_ink() {
    const wxColour text = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    const wxColour paper = wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE);
    const auto between = [](unsigned char ink, unsigned char ground) {
        return wxColour::AlphaBlend(ink, ground, 0.7);
    };
    return {between(text.Red(), paper.Red()), between(text.Green(), paper.Green()),
            between(text.Blue(), paper.Blue())};
}

inline wxColour plain_ink() {
    return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
}

// Behind a cell that a problem names.
inline wxColour fault_paper() {
    return wxSystemSettings::GetAppearance().IsDark() ? wxColour{96, 40, 40}
                                                      : wxColour{255, 226, 222};
}

}  // namespace zf
