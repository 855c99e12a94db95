#pragma once

#include <memory>

#include "desktop/preview_canvas.h"
#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/screen.h"

namespace zf {
class NoticeBar;
}

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
    struct Made;  // pages, and what the trail tells of them when they are printed

    void make();
    void take(const Outcome& outcome, std::shared_ptr<Made> made);
    void print();
    bool enter_print();
    void export_file();
    CommandRequest request() const;

    MainFrame& frame_;
    const ReportInfo& report_;
    NoticeBar* bar_;
    FormPanel* form_;
    PreviewCanvas* canvas_;
    std::shared_ptr<Made> shown_;
};

}  // namespace zf::desktop
