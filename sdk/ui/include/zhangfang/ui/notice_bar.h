#pragma once

#include <wx/infobar.h>

#include "zhangfang/rules/problem.h"
#include "zhangfang/ui/ui_host.h"

namespace zf {

// The strip above a page that says what was done, or what is wrong with it; its button speaks the
// language of the window.
class ZF_EXPORT NoticeBar : public wxInfoBar {
public:
    NoticeBar(wxWindow* parent, const UiHost& host);

    void say(const Message& done);
    void warn(const Message& refused);
    void warn(const Problems& problems);  // the gravest of them; nothing for none
    // A sentence that is put together already.
    void say_text(const wxString& text) { show(text, wxICON_INFORMATION); }
    void warn_text(const wxString& text) { show(text, wxICON_WARNING); }

private:
    void show(const wxString& text, int icon);

    const UiHost& host_;
};

}  // namespace zf
