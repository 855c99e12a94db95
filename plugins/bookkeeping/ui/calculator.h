#pragma once

#include <string>

#include <wx/dialog.h>

#include "zhangfang/ui/ui_host.h"

class wxStaticText;
class wxTextCtrl;

namespace zf::bookkeeping {

// F11 opens it, F12 or Enter closes it and puts the result into the cell.
class Calculator : public wxDialog {
public:
    Calculator(wxWindow* parent, UiHost& host, const std::string& start);

    const std::string& result() const { return result_; }

private:
    void calculate();
    void finish();

    wxTextCtrl* formula_;
    wxStaticText* shown_;
    std::string result_;
};

}  // namespace zf::bookkeeping
