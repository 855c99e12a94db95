#pragma once

#include <string>
#include <vector>

#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxStaticText;

namespace zf::desktop {

class MainFrame;

// 备份中心: how old the newest verified backup is, one button that makes another, and for each of
// them verify, drill and restore, which first says what a restored one would lack.
class BackupCentre : public Screen {
public:
    BackupCentre(wxWindow* parent, UiHost& host, MainFrame& frame, const ListView& view);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool on_action(const std::string& action) override;

private:
    void add_button(wxSizer& sizer, const char* label, const char* icon_name,
                    void (BackupCentre::*action)());
    void tell_state();
    void make();
    void make_in(const std::string& folder);
    void choose_folder();
    void verify();
    void drill();
    void restore();
    void ask_restore(const std::string& file, const Outcome& since);
    void run_on_chosen(const char* command);
    std::string chosen() const;
    std::string folder() const;

    MainFrame& frame_;
    const ListView& view_;
    wxStaticText* state_;
    wxStaticText* place_;
    ListPanel* list_;
};

}  // namespace zf::desktop
