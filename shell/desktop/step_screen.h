#pragma once

#include <string>
#include <vector>

#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/screen.h"

class wxPanel;
class wxStaticText;

namespace zf::desktop {

// Work that goes in order (记账、结账): the steps with a button each, and below them the check
// list, where each line that fails leads to the place that mends it.
class StepScreen : public Screen {
public:
    StepScreen(wxWindow* parent, UiHost& host, const StepView& view, const Record& parameters);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool on_action(const std::string& action) override;

private:
    void load();
    void take(const Outcome& outcome);
    void show_steps(const List& checks);
    void show_checks(const List& checks);
    bool may_open(const std::string& name) const;
    void open(const std::string& name);

    const StepView& view_;
    FormPanel* filters_ = nullptr;
    wxStaticText* state_;
    wxPanel* steps_;
    wxPanel* checks_;
    Record asked_;  // of the last answer: its month goes to the steps
};

}  // namespace zf::desktop
