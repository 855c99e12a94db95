#include "desktop/job_panel.h"

#include <algorithm>
#include <cmath>

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/time.h>

namespace zf::desktop {
namespace {

constexpr int tick_milliseconds = 100;
constexpr long moment_milliseconds = 500;
constexpr int gauge_range = 1000;

// If the rest goes on as it went so far; 0 while nobody can tell.
std::int64_t seconds_left(const Workers::Steps& steps, wxLongLong milliseconds) {
    if (steps.done <= 0 || steps.total <= steps.done) return 0;
    const auto each = static_cast<double>(milliseconds.GetValue()) /
                      static_cast<double>(steps.done);
    return std::llround(each * static_cast<double>(steps.total - steps.done) / 1000);
}

}  // namespace

JobPanel::JobPanel(wxWindow* parent, UiHost& host) : wxPanel{parent}, host_{host}, timer_{this} {
    SetSizer(new wxBoxSizer{wxVERTICAL});
    Bind(wxEVT_TIMER, &JobPanel::on_tick, this);
    Hide();
}

void JobPanel::add(const wxString& title, std::shared_ptr<Workers::Job> job,
                   std::function<wxString()> doing) {
    jobs_.push_back({std::move(job), title, std::move(doing), wxGetLocalTimeMillis()});
    if (!timer_.IsRunning()) timer_.Start(tick_milliseconds);
}

void JobPanel::cancel_all() {
    for (const Entry& entry : jobs_) entry.job->cancel();
}

void JobPanel::on_tick(wxTimerEvent&) {
    const wxLongLong now = wxGetLocalTimeMillis();
    bool has_moved = false;
    for (Entry& entry : jobs_) {
        if (entry.job->is_finished()) {
            if (entry.row != nullptr) entry.row->Destroy();
            has_moved |= entry.row != nullptr;
        } else if (entry.row == nullptr && now - entry.since > moment_milliseconds) {
            show_row(entry);
            has_moved = true;
        } else if (entry.row != nullptr) {
            update(entry);
        }
    }
    std::erase_if(jobs_, [](const Entry& entry) { return entry.job->is_finished(); });
    if (jobs_.empty()) timer_.Stop();
    if (has_moved) relayout();
}

void JobPanel::show_row(Entry& entry) {
    entry.row = new wxPanel{this};
    entry.text = new wxStaticText{entry.row, wxID_ANY, entry.title};
    entry.gauge = new wxGauge{entry.row, wxID_ANY, gauge_range, wxDefaultPosition,
                              FromDIP(wxSize{200, 16})};
    auto* cancel = new wxButton{entry.row, wxID_ANY, tr(host_, "Cancel")};
    cancel->Bind(wxEVT_BUTTON, [job = entry.job](wxCommandEvent&) { job->cancel(); });
    auto* sizer = new wxBoxSizer{wxHORIZONTAL};
    sizer->Add(entry.text, wxSizerFlags{1}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    sizer->Add(entry.gauge, wxSizerFlags{}.CentreVertical());
    sizer->Add(cancel, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(4)));
    entry.row->SetSizer(sizer);
    GetSizer()->Add(entry.row, wxSizerFlags{}.Expand());
    update(entry);
}

void JobPanel::update(const Entry& entry) {
    const Workers::Steps steps = entry.job->steps();
    wxString now = entry.title;
    if (entry.doing) now += wxString::FromUTF8("　") + entry.doing();
    if (const auto left = seconds_left(steps, wxGetLocalTimeMillis() - entry.since); left > 0)
        now += wxString::FromUTF8("　") + tr(host_, Message{"about {0} s left", {left}});
    if (entry.text->GetLabel() != now) entry.text->SetLabel(now);
    if (steps.total <= 0) {
        entry.gauge->Pulse();
        return;
    }
    entry.gauge->SetValue(static_cast<int>(steps.done * gauge_range / steps.total));
}

int JobPanel::shown() const {
    return static_cast<int>(std::count_if(jobs_.begin(), jobs_.end(),
                                          [](const Entry& entry) { return entry.row != nullptr; }));
}

void JobPanel::relayout() {
    Show(shown() > 0);
    Layout();
    GetParent()->Layout();
    if (on_change) on_change();
}

}  // namespace zf::desktop
