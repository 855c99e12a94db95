#include "desktop/icons.h"

#include <map>

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

std::string icon_of_command(const std::string& name) {
    static const std::map<std::string, std::string> icons{
        {"add", "plus-lg"},
        {"amend", "pencil"},
        {"archive", "archive"},
        {"checks", "list-check"},
        {"close", "lock"},
        {"copy", "files"},
        {"correct", "eraser"},
        {"create", "plus-lg"},
        {"disable", "slash-circle"},
        {"drill", "life-preserver"},
        {"enable", "check-circle"},
        {"enter", "journal-plus"},
        {"fill", "lightning"},
        {"finish", "flag"},
        {"freeze", "snow"},
        {"grant", "shield-check"},
        {"import", "upload"},
        {"make", "hdd"},
        {"mark_wrong", "flag"},
        {"options", "sliders"},
        {"post", "journal-check"},
        {"prove", "patch-check"},
        {"remove", "trash"},
        {"renumber", "list-ol"},
        {"reset_password", "key"},
        {"restore", "arrow-counterclockwise"},
        {"reverse", "arrow-repeat"},
        {"review", "check2-square"},
        {"save", "pencil"},
        {"set", "pencil"},
        {"sign", "pen"},
        {"unclose", "unlock"},
        {"unfreeze", "sun"},
        {"unlock", "unlock"},
        {"unpost", "journal-minus"},
        {"unsign", "eraser"},
        {"verify", "patch-check"},
        {"versions", "clock-history"},
        {"void", "x-circle"},
        {"withdraw_review", "arrow-counterclockwise"}};
    const auto found = icons.find(name.substr(name.rfind('.') + 1));
    return found == icons.end() ? "chevron-right" : found->second;
}

}  // namespace zf::desktop
