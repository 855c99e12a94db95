#include "desktop/icons.h"

#include <wx/ffile.h>
#include <wx/filename.h>
#include <wx/settings.h>

namespace zf::desktop {
namespace {

// Debian's package; beside the program on systems where we ship the set ourselves.
constexpr const char* icon_folder = "/usr/share/bootstrap-icons/svg/";

}  // namespace

wxBitmapBundle icon(const std::string& name, int size) {
    wxFFile file;
    const wxString path = icon_folder + name + ".svg";
    wxString svg;
    if (name.empty() || !wxFileName::FileExists(path) || !file.Open(path) || !file.ReadAll(&svg))
        return {};
    const wxColour colour = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    svg.Replace("currentColor", colour.GetAsString(wxC2S_HTML_SYNTAX));
    return wxBitmapBundle::FromSVG(svg.utf8_str(), wxSize{size, size});
}

}  // namespace zf::desktop
