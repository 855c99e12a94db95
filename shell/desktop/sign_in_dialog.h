#pragma once

#include <functional>
#include <string>

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

class wxButton;
class wxTextCtrl;

namespace zf {
class NoticeBar;
}

namespace zf::desktop {

// Asks for login and password; also for 更换操作员. The password stays in the box until it was
// accepted.
class SignInDialog : public wxDialog {
public:
    struct Asks {
        wxString place;        // which workspace, or why
        wxString note;         // the operators of a sample; "" for none
        std::string login;     // the last login used on this computer
        std::string password;  // filled in for a sample only
        wxString cancel;
    };
    SignInDialog(wxWindow* parent, UiHost& host, const Asks& asks);

    const std::string& token() const { return token_; }
    const std::string& login() const { return login_used_; }

private:
    void submit();

    UiHost& host_;
    NoticeBar* bar_;
    wxTextCtrl* login_;
    wxTextCtrl* password_;
    wxButton* enter_;
    std::string token_;
    std::string login_used_;
};

}  // namespace zf::desktop
