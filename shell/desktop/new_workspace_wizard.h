#pragma once

#include <vector>

#include <wx/wizard.h>

#include "host/founding.h"
#include "zhangfang/ui/form_panel.h"

class wxStaticText;

namespace zf::desktop {

// 新建账套: where, which book, who keeps and who reviews it, a summary. Each page stands on its
// own; going back keeps what was typed; nothing is made before the last page.
class NewWorkspaceWizard : public wxWizard {
public:
    NewWorkspaceWizard(wxWindow* parent, UiHost& host);

    bool run();
    host::NewWorkspace wanted() const;

private:
    FormPanel* add_page(const char* title, const char* text, std::vector<FieldInfo> fields);
    void check_page(wxWizardEvent& event);
    Problems problems_on(const FormPanel& form, const std::vector<FieldInfo>& fields) const;
    wxString summary() const;

    UiHost& host_;
    std::vector<wxWizardPageSimple*> pages_;
    std::vector<std::vector<FieldInfo>> fields_;
    std::vector<FormPanel*> forms_;
    wxStaticText* summary_ = nullptr;
};

}  // namespace zf::desktop
