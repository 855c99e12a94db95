#pragma once

#include <string>
#include <vector>

#include <wx/timer.h>

#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/screen.h"

class wxToolBar;

namespace zf::desktop {

// A declared list as a tab: a filter bar from the query's parameters, the rows, and the commands
// for the selection.
class ListScreen : public Screen {
public:
    ListScreen(wxWindow* parent, UiHost& host, const ListView& view, const Record& parameters);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool on_action(const std::string& action) override;
    wxString status() const override;

private:
    void add_filters(const Record& parameters);
    void add_actions();
    void load();
    void open_row(const Record& row);
    void act(const std::string& command);
    void on_key(wxKeyEvent& event);
    // What stands in the filter bar, with what the list was opened with.
    Record asked() const;
    // What a command or list can take from rows: the key as the parameter that refers to this
    // list, equal names, and the filters.
    Record parameters_for(const std::string& name, const std::vector<Record>& rows) const;

    const ListView& view_;
    Record fixed_;
    wxToolBar* tools_;
    FormPanel* filters_ = nullptr;
    ListPanel* list_;
    wxTimer typing_;
};

}  // namespace zf::desktop
