#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "zhangfang/ui/ui_host.h"

namespace zf::desktop {

// What a person sees before any workspace is open: the ways to begin, a sample to try,
// and the workspaces used last on this computer.
class WelcomePage : public wxScrolledWindow {
public:
    struct Choices {
        std::function<void()> new_workspace;
        std::function<void()> open;
        std::function<void()> restore;
        std::function<void(const std::string& name)> sample;
        std::function<void(const std::string& path)> recent;
        std::function<void(const std::string& language)> language;
    };
    WelcomePage(wxWindow* parent, UiHost& host, Choices choices,
                const std::vector<std::string>& recent);

private:
    void add_card(wxSizer& sizer, const char* icon_name, const wxString& title,
                  const wxString& text, std::function<void()> chosen);
    void add_recent(wxSizer& sizer, const std::vector<std::string>& recent);
    void add_languages(wxSizer& sizer);

    UiHost& host_;
    Choices choices_;
};

}  // namespace zf::desktop
