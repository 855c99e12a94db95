#pragma once

#include <memory>

#include "desktop/preview_canvas.h"
#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/screen.h"

class wxInfoBar;
class wxPrintDialogData;

namespace zf::desktop {

class MainFrame;

// A declared report: its parameters on the left, its pages on the right, from the same layout as
// PDF and paper. The old pages stay readable while new ones are made.
class ReportScreen : public Screen {
public:
    ReportScreen(wxWindow* parent, UiHost& host, MainFrame& frame, const ReportInfo& report,
                 const Record& parameters);

    wxString title() const override;
    void focus_first() override;
    bool on_action(const std::string& action) override;
    wxString status() const override;

private:
    void make();
    void print();
    void tell_of_more();
    void put_on_paper(const wxPrintDialogData& chosen);
    void export_file();
    CommandRequest request() const;
    void take(const Outcome& outcome, const std::shared_ptr<std::vector<reports::Page>>& pages);

    MainFrame& frame_;
    const ReportInfo& report_;
    wxInfoBar* bar_;
    FormPanel* form_;
    PreviewCanvas* canvas_;
    bool has_more_ = false;
};

}  // namespace zf::desktop
