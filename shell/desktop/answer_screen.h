#pragma once

#include <vector>

#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxPanel;
class wxStaticText;

namespace zf::desktop {

// What a reading command answers: its single values as label and text, each list as a table. What
// it must be asked with stands above, when it is not given.
class AnswerScreen : public Screen {
public:
    AnswerScreen(wxWindow* parent, UiHost& host, const CommandInfo& query,
                 const Record& parameters);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool on_action(const std::string& action) override;

private:
    bool is_complete() const;
    void ask();
    void take(const Outcome& outcome);
    void add_values(wxSizer& sizer, const Record& answer);
    void add_table(wxSizer& sizer, const FieldInfo& field, const List& rows);

    const CommandInfo& query_;
    Record given_;
    FormPanel* form_ = nullptr;
    wxStaticText* state_;
    wxPanel* answer_;
};

}  // namespace zf::desktop
