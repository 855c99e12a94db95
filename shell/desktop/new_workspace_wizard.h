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
    // What founding refused goes to the page and the box that it speaks of; the next run() begins
    // there.
    void show(const Problem& refused);
    host::NewWorkspace wanted() const;

private:
    FormPanel* add_page(const char* name, const char* title, const char* text,
                        std::vector<FieldInfo> fields);
    void show(std::size_t page, const Problems& problems);
    void check_page(wxWizardEvent& event);
    Problems problems_on(const FormPanel& form, const std::vector<FieldInfo>& fields) const;
    wxString summary() const;

    UiHost& host_;
    std::vector<wxWizardPageSimple*> pages_;
    std::vector<std::vector<FieldInfo>> fields_;
    std::vector<FormPanel*> forms_;
    std::vector<std::string> names_;  // of the pages, as founding speaks of them
    std::vector<wxStaticText*> faults_;
    wxStaticText* summary_ = nullptr;
    std::size_t first_ = 0;
};

}  // namespace zf::desktop
