#pragma once

#include <string>
#include <vector>

#include "host/modules.h"
#include "zhangfang/ui/screen.h"

class wxHtmlWindow;
class wxListBox;
class wxSearchCtrl;

namespace zf::desktop {

// The guide: pages of the shell and of each module, found by title or by the old programs' words in
// them.
class HelpScreen : public Screen {
public:
    HelpScreen(wxWindow* parent, UiHost& host, const host::Modules& modules,
               const std::string& page);

    wxString title() const override;
    void focus_first() override;

private:
    struct Page {
        std::string name;
        wxString title;
        wxString file;
        wxString text;
    };
    void collect(const host::Modules& modules);
    void narrow();
    void show_page(const std::string& name);

    wxSearchCtrl* search_;
    wxListBox* list_;
    wxHtmlWindow* view_;
    std::vector<Page> pages_;
    std::vector<std::size_t> shown_;
};

}  // namespace zf::desktop
