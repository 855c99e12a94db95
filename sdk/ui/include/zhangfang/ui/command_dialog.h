#pragma once

#include <functional>
#include <string>

#include <wx/dialog.h>

#include "zhangfang/command/command.h"
#include "zhangfang/ui/form_panel.h"

class wxButton;
class wxTextCtrl;

namespace zf {

class NoticeBar;

// The dialog that a command has from the day it is written: its parameters as a form, a reason
// where it asks for one, the harmless button as default where it is dangerous. A refusal keeps
// everything typed and marks the boxes.
class ZF_EXPORT CommandDialog : public wxDialog {
public:
    // `given` fills the form.
    CommandDialog(wxWindow* parent, UiHost& host, const CommandInfo& command, const Record& given,
                  std::function<void(const Outcome&)> on_done = {});

private:
    void fill(const CommandInfo& command, const Record& given);
    void submit();
    void take(const Outcome& outcome);
    bool confirm_alerts(const Problems& problems);

    UiHost& host_;
    std::function<void(const Outcome&)> on_done_;
    CommandRequest request_;
    NoticeBar* bar_;
    FormPanel* form_;
    wxTextCtrl* reason_ = nullptr;
    wxButton* run_;
};

}  // namespace zf
