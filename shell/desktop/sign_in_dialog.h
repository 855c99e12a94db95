#pragma once

#include <functional>
#include <string>

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

class wxButton;
class wxInfoBar;
class wxTextCtrl;

namespace zf::desktop {

// Asks for login and password; also for 更换操作员. The password stays in the box until it was
// accepted.
class SignInDialog : public wxDialog {
public:
    // `hint` is the last login used on this computer.
    SignInDialog(wxWindow* parent, UiHost& host, const wxString& place, const std::string& hint);

    const std::string& token() const { return token_; }
    const std::string& login() const { return login_used_; }

private:
    void submit();

    UiHost& host_;
    wxInfoBar* bar_;
    wxTextCtrl* login_;
    wxTextCtrl* password_;
    wxButton* enter_;
    std::string token_;
    std::string login_used_;
};

}  // namespace zf::desktop
