#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include <wx/aui/auibook.h>
#include <wx/frame.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include "desktop/job_panel.h"
#include "desktop/navigation.h"
#include "desktop/side_work.h"
#include "desktop/sign_in_dialog.h"
#include "host/modules.h"
#include "host/open_workspace.h"
#include "host/settings.h"
#include "zhangfang/command/workers.h"
#include "zhangfang/ui/screen.h"
#include "zhangfang/ui/ui_plugin.h"

namespace zf {
class NoticeBar;
}

namespace zf::desktop {

class NewWorkspaceWizard;

// The window: navigation, tabs, info bar, job panel and status bar; and the host of every screen.
class MainFrame : public wxFrame, public UiHost {
public:
    MainFrame(host::Modules& modules, host::Settings& settings, const ScreenRegistry& screens);
    ~MainFrame() override;

    // Opens a workspace and asks who is at work; the welcome page stays when it cannot.
    void open_workspace(const std::string& address);
    // Goes on as the operator of this session (after the wizard, or a token given on the command
    // line).
    bool enter(const std::string& token);

    // UiHost
    void run(wxWindow* owner, CommandRequest request,
             std::function<void(const Outcome&)> done) override;
    const Registry& registry() const override { return modules_.registry(); }
    const Catalogue& catalogue() const override { return modules_.catalogue(); }
    const Session* session() const override { return session_ ? &*session_ : nullptr; }
    const std::string& current_book() const override { return book_; }
    Month current_month() const override { return month_; }
    void open(const std::string& name, const Record& parameters) override;
    void say(const Message& done) override;
    void show(const Problems& problems) override;
    std::string draft(const std::string& key) const override;
    void keep_draft(const std::string& key, const std::string& content) override;
    void drop_draft(const std::string& key) override;
    std::string setting(const std::string& name) const override;
    void set_setting(const std::string& name, const std::string& value) override;

    // A piece of reading or delivering work on the reports lane, with its row in the job panel.
    void run_report(wxWindow* owner, const wxString& title, Workers::Work work,
                    std::function<void(const Outcome&)> done);
    host::Modules& modules() { return modules_; }
    const std::string& address() const;  // of the open workspace; "" for none

    // Work on files beside the open workspace; `done` is called on the window thread.
    void run_beside(const wxString& title, std::function<void(SideWork&)> work,
                    std::function<void()> done);
    // Makes a workspace from a backup and opens it.
    void restore_from(const std::string& backup);
    void restore_dialog();
    // A key or the mouse was used: the idle lock waits again.
    void note_use();

private:
    struct Pending {
        wxWeakRef<wxWindow> owner;
        std::function<void(const Outcome&)> done;
        std::shared_ptr<Workers::Job> job;
    };

    void build_menus();
    void add_file_menu(wxMenuBar& bar);
    void add_module_menus(wxMenuBar& bar);
    void add_tools_menu(wxMenuBar& bar);
    void bind_item(wxMenu& menu, const wxString& label, std::function<void()> action,
                   const char* icon_name = "");
    void show_welcome();
    void show_workspace();
    void close_workspace();

    // Who is at work, and where
    bool sign_in();
    void switch_operator();
    void sign_out();
    bool take_session(const std::string& token);
    void lock();
    void on_idle_tick();
    bool leave_screens();
    std::vector<std::pair<std::string, std::string>> operators_of_sample() const;
    SignInDialog::Asks asks(const wxString& place, const std::string& login) const;
    void load_place();
    void take_place(const PlaceView& place, const Record& answer);
    void update_status();
    void update_title();
    void on_status_click(const wxPoint& position);

    // Tabs
    void add_screen(Screen* screen, const std::string& key);
    Screen* front() const;
    void act(const std::string& action);
    void settle();
    void on_tab_left(wxWindow* from);
    void go_back(bool forward);
    void on_char_hook(wxKeyEvent& event);
    Screen* make_screen(const std::string& name, const Record& parameters);

    void take_outcome(int id, const Outcome& outcome);
    int expect(wxWindow* owner, std::function<void(const Outcome&)> done);
    void name_book(const CommandInfo& command, Record& parameters) const;
    void run_without_workspace(CommandRequest request,
                               const std::function<void(const Outcome&)>& done);
    void remember(const std::string& address);
    std::vector<std::string> recent() const;
    void choose_language(const std::string& language);
    void on_close(wxCloseEvent& event);
    void new_workspace();
    void found(NewWorkspaceWizard* wizard);
    void open_dialog();
    void open_sample(const std::string& name);
    void show_palette();
    void show_help(const std::string& about);
    std::string front_name() const;  // what the tab in front was opened as; "" for none
    void show_keys();
    void show_about();
    void take_workspace(std::unique_ptr<host::OpenWorkspace> workspace);
    std::string draft_file(const std::string& key) const;

    host::Modules& modules_;
    host::Settings& settings_;
    const ScreenRegistry& screens_;
    std::unique_ptr<host::OpenWorkspace> workspace_;
    std::unique_ptr<Workers> workers_;
    std::optional<Session> session_;
    std::string token_;
    std::string book_;
    wxString unit_;     // name of the book as it is printed
    wxString waiting_;  // what the status bar tells of it
    Month month_;
    std::map<int, Pending> pending_;
    int next_pending_ = 1;

    NoticeBar* bar_;
    wxPanel* body_;
    Navigation* navigation_ = nullptr;
    wxAuiNotebook* tabs_ = nullptr;
    JobPanel* jobs_ = nullptr;
    wxTimer info_timer_;
    std::map<wxWindow*, std::string> keys_;  // what each tab shows: name, line break, parameters
    std::vector<wxWindow*> back_, forward_;  // tabs that one came from
    std::vector<std::shared_ptr<SideWork>> side_works_;
    wxTimer idle_timer_;
    wxTimer settle_timer_;
    bool has_settled_ = false;
    wxLongLong used_at_;
    bool is_locked_ = false;
};

}  // namespace zf::desktop
