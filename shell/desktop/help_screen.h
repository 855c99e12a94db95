#pragma once

#include <string>
#include <vector>

#include "host/guide.h"
#include "zhangfang/ui/screen.h"

class wxHtmlWindow;
class wxListBox;
class wxSearchCtrl;

namespace zf::desktop {

// The guide: pages of the shell and of each module, found by title or by the old programs' words in
// them.
class HelpScreen : public Screen {
public:
    // `about` is a page, or anything that can be opened; "" begins at the beginning.
    HelpScreen(wxWindow* parent, UiHost& host, const host::Modules& modules,
               const std::string& about);

    wxString title() const override;
    void focus_first() override;
    // Turns to a page or section; one that nobody wrote leaves the page that is shown.
    void show_page(const std::string& about);

private:
    void narrow();

    wxSearchCtrl* search_;
    wxListBox* list_;
    wxHtmlWindow* view_;
    std::vector<host::GuidePage> pages_;
    std::vector<std::size_t> shown_;
};

}  // namespace zf::desktop
