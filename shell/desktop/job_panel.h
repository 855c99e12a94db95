#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <wx/panel.h>
#include <wx/timer.h>

#include "zhangfang/command/workers.h"
#include "zhangfang/ui/ui_host.h"

class wxButton;
class wxGauge;
class wxStaticText;

namespace zf::desktop {

// What runs longer than a moment: its name, how far it is, and a button that ends it. Hidden while
// nothing does.
class JobPanel : public wxPanel {
public:
    JobPanel(wxWindow* parent, UiHost& host);

    // `doing` answers what the job is at, where it can tell.
    void add(const wxString& title, std::shared_ptr<Workers::Job> job,
             std::function<wxString()> doing = {});
    bool is_busy() const { return !jobs_.empty(); }
    int shown() const;  // jobs that take longer than a moment
    std::function<void()> on_change;
    void cancel_all();

private:
    struct Entry {
        std::shared_ptr<Workers::Job> job;
        wxString title;
        std::function<wxString()> doing;
        wxLongLong since;
        wxPanel* row = nullptr;  // made only when the job takes longer than a moment
        wxGauge* gauge = nullptr;
        wxStaticText* text = nullptr;
    };
    void on_tick(wxTimerEvent& event);
    void show_row(Entry& entry);
    void update(const Entry& entry);
    void relayout();

    UiHost& host_;
    std::vector<Entry> jobs_;
    wxTimer timer_;
};

}  // namespace zf::desktop
