#include "zhangfang/ui/notice_bar.h"

namespace zf {

NoticeBar::NoticeBar(wxWindow* parent, const UiHost& host) : wxInfoBar{parent}, host_{host} {}

void NoticeBar::say(const Message& done) {
    show(tr(host_, done), wxICON_INFORMATION);
}

void NoticeBar::warn(const Message& refused) {
    show(tr(host_, refused), wxICON_WARNING);
}

void NoticeBar::warn(const Problems& problems) {
    if (!problems.empty()) warn(gravest(problems).text);
}

// The toolkit's own button speaks the language of the system.
void NoticeBar::show(const wxString& text, int icon) {
    if (HasButtonId(wxID_CLOSE)) RemoveButton(wxID_CLOSE);
    AddButton(wxID_CLOSE, tr(host_, "Close"));
    ShowMessage(text, icon);
}

}  // namespace zf
