#include "desktop/main_frame.h"

#include <algorithm>

#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/statusbr.h>

#include "desktop/answer_screen.h"
#include "desktop/backup_centre.h"
#include "desktop/command_palette.h"
#include "desktop/list_screen.h"
#include "desktop/report_screen.h"
#include "desktop/step_screen.h"
#include "desktop/stock_texts.h"
#include "desktop/welcome_page.h"
#include "zhangfang/model/json.h"
#include "zhangfang/ui/command_dialog.h"
#include "zhangfang/ui/form_panel.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::desktop {
namespace {

constexpr int info_milliseconds = 4000;
constexpr int idle_tick_milliseconds = 10'000;
constexpr int settle_milliseconds = 40;

// "name" of a declared thing in a list of them; nullptr when there is none.
template <class Declared>
const Declared* named(const std::vector<Declared>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Declared& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

MainFrame::MainFrame(host::Modules& modules, host::Settings& settings,
                     const ScreenRegistry& screens)
    : wxFrame{nullptr, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize},
      modules_{modules},
      settings_{settings},
      screens_{screens},
      month_{Environment::system().today().month()},
      bar_{new NoticeBar{this, *this}},
      body_{new wxPanel{this}},
      info_timer_{this},
      idle_timer_{this, wxWindow::NewControlId()},
      settle_timer_{this, wxWindow::NewControlId()},
      used_at_{wxGetLocalTimeMillis()} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(body_, wxSizerFlags{1}.Expand());
    jobs_ = new JobPanel{this, *this};
    jobs_->on_change = [this] { update_status(); };
    sizer->Add(jobs_, wxSizerFlags{}.Expand());
    SetSizer(sizer);
    body_->SetSizer(new wxBoxSizer{wxVERTICAL});
    auto* status = CreateStatusBar(4);
    const int widths[] = {-2, -3, FromDIP(120), FromDIP(140)};
    SetStatusWidths(4, widths);
    status->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        CallAfter([this, at = event.GetPosition()] { on_status_click(at); });
    });
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { on_idle_tick(); }, idle_timer_.GetId());
    idle_timer_.Start(idle_tick_milliseconds);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { settle(); }, settle_timer_.GetId());
    Bind(wxEVT_CHAR_HOOK, &MainFrame::on_char_hook, this);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { bar_->Dismiss(); }, info_timer_.GetId());
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
    SetMinSize(FromDIP(wxSize{800, 500}));
    const wxSize wanted = FromDIP(wxSize{1280, 800});
    const wxRect screen = wxGetClientDisplayRect();
    // Room for the window manager's border: where it grants less than was asked, GTK asks again at
    // each change and shows nothing new while it waits for the answer.
    const wxSize border = FromDIP(wxSize{16, 64});
    SetSize(std::min(wanted.x, screen.width - border.x),
            std::min(wanted.y, screen.height - border.y));
    show_welcome();
}

MainFrame::~MainFrame() {
    pending_.clear();
    for (const auto& work : side_works_) work->cancel();
    side_works_.clear();
    workers_.reset();  // its threads end before what they work on
}

void MainFrame::show_welcome() {
    build_menus();
    body_->DestroyChildren();
    navigation_ = nullptr;
    tabs_ = nullptr;
    keys_.clear();
    back_.clear();
    forward_.clear();
    body_->GetSizer()->Clear();
    WelcomePage::Choices choices{
        .new_workspace = [this] { new_workspace(); },
        .open = [this] { open_dialog(); },
        .restore = [this] { restore_dialog(); },
        .sample = [this](const std::string& name) { open_sample(name); },
        .recent =
            [this](const std::string& path) { CallAfter([this, path] { open_workspace(path); }); },
        .language =
            [this](const std::string& language) {
                CallAfter([this, language] { choose_language(language); });
            }};
    auto* page = new WelcomePage{body_, *this, std::move(choices), recent()};
    body_->GetSizer()->Add(page, wxSizerFlags{1}.Expand());
    page->SetFocus();
    body_->Layout();
    update_title();
    update_status();
}

void MainFrame::show_workspace() {
    build_menus();
    body_->DestroyChildren();
    keys_.clear();
    back_.clear();
    forward_.clear();
    body_->GetSizer()->Clear();
    auto* splitter = new wxSplitterWindow{body_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                          wxSP_LIVE_UPDATE};
    navigation_ = new Navigation{splitter, *this};
    tabs_ = new wxAuiNotebook{splitter, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                              wxAUI_NB_TOP | wxAUI_NB_SCROLL_BUTTONS |
                                  wxAUI_NB_CLOSE_ON_ACTIVE_TAB | wxAUI_NB_TAB_MOVE |
                                  wxAUI_NB_WINDOWLIST_BUTTON};
    splitter->SplitVertically(navigation_, tabs_, FromDIP(240));
    splitter->SetMinimumPaneSize(FromDIP(160));
    tabs_->Bind(wxEVT_AUINOTEBOOK_PAGE_CLOSE, [this](wxAuiNotebookEvent& event) {
        auto* screen = dynamic_cast<Screen*>(
            tabs_->GetPage(static_cast<std::size_t>(event.GetSelection())));
        if (screen == nullptr) return;
        if (!screen->may_close()) {
            event.Veto();
            return;
        }
        keys_.erase(screen);
        std::erase(back_, screen);
        std::erase(forward_, screen);
    });
    tabs_->Bind(wxEVT_AUINOTEBOOK_PAGE_CHANGED, [this](wxAuiNotebookEvent&) { update_status(); });
    body_->GetSizer()->Add(splitter, wxSizerFlags{1}.Expand());
    body_->Layout();
    update_title();
    update_status();
}

int MainFrame::expect(wxWindow* owner, std::function<void(const Outcome&)> done) {
    const int id = next_pending_++;
    pending_.emplace(id, Pending{owner, std::move(done), nullptr});
    return id;
}

void MainFrame::run(wxWindow* owner, CommandRequest request,
                    std::function<void(const Outcome&)> done) {
    if (!workers_) {
        run_without_workspace(std::move(request), done);
        return;
    }
    const auto command = registry().commands().find(request.command);
    const wxString title = command == registry().commands().end()
                               ? wxString{}
                               : tr(*this, command->second.info.title);
    if (command != registry().commands().end()) name_book(command->second.info, request.parameters);
    const int id = expect(owner, std::move(done));
    auto job = workers_->submit(std::move(request), session_, [this, id](const Outcome& outcome) {
        CallAfter([this, id, outcome] { take_outcome(id, outcome); });
    });
    jobs_->add(title, job);
}

// What does not name its book means the one at work.
void MainFrame::name_book(const CommandInfo& command, Record& parameters) const {
    for (const FieldInfo& field : command.parameters)
        if (!book_.empty() && is_book_at_work(registry(), field) && !parameters.has(field.name))
            parameters.set(field.name, Value{book_});
}

void MainFrame::run_without_workspace(CommandRequest,
                                      const std::function<void(const Outcome&)>& done) {
    done({.status = Status::bad_usage,
          .problems = {
              {.code = "request.no_workspace",
               .text = {"No workspace is open. Nothing was done. Open one or make a new one.",
                        {}}}}});
}

void MainFrame::run_report(wxWindow* owner, const wxString& title, Workers::Work work,
                           std::function<void(const Outcome&)> done) {
    const int id = expect(owner, std::move(done));
    auto job = workers_->submit(Workers::Lane::reports, std::move(work),
                                [this, id](const Outcome& outcome) {
                                    CallAfter([this, id, outcome] { take_outcome(id, outcome); });
                                });
    jobs_->add(title, job);
}

void MainFrame::take_outcome(int id, const Outcome& outcome) {
    const auto found = pending_.find(id);
    if (found == pending_.end()) return;
    const Pending pending = std::move(found->second);
    pending_.erase(found);
    if (pending.owner) pending.done(outcome);
    update_status();
    if (outcome.changed.empty() || tabs_ == nullptr) return;
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i)))
            screen->rows_changed(outcome.changed);
    load_place();
}

// A bespoke screen, a report, a list, steps or an answer; nullptr for what a dialogue asks.
Screen* MainFrame::make_screen(const std::string& name, const Record& parameters) {
    if (const ScreenFactory* factory = screens_.find(name))
        return (*factory)(tabs_, *this, parameters);
    const auto& forms = registry().forms();
    const auto form = std::find_if(forms.begin(), forms.end(),
                                   [&](const FormView& view) { return view.of == name; });
    if (form != forms.end() && !form->widget.empty())
        if (const ScreenFactory* factory = screens_.find(form->widget))
            return (*factory)(tabs_, *this, parameters);
    if (const auto report = registry().reports().find(name); report != registry().reports().end())
        return new ReportScreen{tabs_, *this, *this, report->second.info, parameters};
    if (const StepView* steps = named(registry().step_views(), name))
        return new StepScreen{tabs_, *this, *steps, parameters};
    const ListView* list = named(registry().lists(), name);
    if (list != nullptr && name == "zf.backup") return new BackupCentre{tabs_, *this, *this, *list};
    if (list != nullptr) return new ListScreen{tabs_, *this, *list, parameters};
    const auto command = registry().commands().find(name);
    if (command != registry().commands().end() && command->second.info.effect == Effect::reads)
        return new AnswerScreen{tabs_, *this, command->second.info, parameters};
    return nullptr;
}

void MainFrame::open(const std::string& name, const Record& parameters) {
    if (tabs_ == nullptr) return;
    Screen* from = front();
    const std::string key = name + "\n" + to_json(Value{parameters});
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (const auto known = keys_.find(tabs_->GetPage(i));
            known != keys_.end() && known->second == key) {
            if (tabs_->GetPage(i) != from) on_tab_left(from);
            tabs_->SetSelection(i);
            if (Screen* screen = front()) screen->focus_first();
            return;
        }
    if (Screen* screen = make_screen(name, parameters)) {
        on_tab_left(from);
        add_screen(screen, key);
        return;
    }
    const auto& pages = registry().help_pages();
    if (std::any_of(pages.begin(), pages.end(),
                    [&](const HelpPage& page) { return page.name == name; })) {
        show_help(name);
        return;
    }
    const auto command = registry().commands().find(name);
    if (command == registry().commands().end()) return;
    CommandDialog dialog{this, *this, command->second.info, parameters};
    dialog.ShowModal();
}

void MainFrame::add_screen(Screen* screen, const std::string& key) {
    keys_[screen] = key;
    tabs_->AddPage(screen, screen->title(), true);
    screen->CallAfter([screen] { screen->focus_first(); });
    settle_timer_.StartOnce(settle_milliseconds);
    update_status();
}

// Seen with GTK 3.24: until a window got its first new size after it was shown, tabs that are added
// stay grey. One row of pixels less, once, is enough. A maximised window keeps its size.
void MainFrame::settle() {
    if (has_settled_ || IsMaximized()) return;
    has_settled_ = true;
    SetSize(GetSize().x, GetSize().y - 1);
}

void MainFrame::on_tab_left(wxWindow* from) {
    if (from == nullptr) return;
    back_.push_back(from);
    forward_.clear();
}

// To the tab that one came from; its selection still stands.
void MainFrame::go_back(bool forward) {
    if (tabs_ == nullptr) return;
    auto& from = forward ? forward_ : back_;
    auto& to = forward ? back_ : forward_;
    if (from.empty()) return;
    wxWindow* target = from.back();
    from.pop_back();
    const int index = tabs_->GetPageIndex(target);
    if (index == wxNOT_FOUND) return;
    if (Screen* screen = front()) to.push_back(screen);
    tabs_->SetSelection(static_cast<std::size_t>(index));
    if (Screen* screen = front()) screen->focus_first();
}

void MainFrame::on_char_hook(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const bool is_in_list = dynamic_cast<wxDataViewCtrl*>(wxWindow::FindFocus()) != nullptr ||
                            (wxWindow::FindFocus() != nullptr &&
                             dynamic_cast<wxDataViewCtrl*>(wxWindow::FindFocus()->GetParent()));
    if (event.GetModifiers() == wxMOD_ALT && (key == WXK_LEFT || key == WXK_RIGHT))
        go_back(key == WXK_RIGHT);
    else if (key == WXK_BACK && event.GetModifiers() == wxMOD_NONE && is_in_list)
        go_back(false);
    else
        event.Skip();
}

Screen* MainFrame::front() const {
    if (tabs_ == nullptr || tabs_->GetSelection() == wxNOT_FOUND) return nullptr;
    return dynamic_cast<Screen*>(tabs_->GetPage(static_cast<std::size_t>(tabs_->GetSelection())));
}

void MainFrame::act(const std::string& action) {
    if (Screen* screen = front()) screen->on_action(action);
}

void MainFrame::say(const Message& done) {
    bar_->say(done);
    info_timer_.StartOnce(info_milliseconds);
}

void MainFrame::show(const Problems& problems) {
    if (problems.empty()) {
        bar_->Dismiss();
        return;
    }
    info_timer_.Stop();
    bar_->warn(problems);
}

std::string MainFrame::setting(const std::string& name) const {
    return settings_.get(name);
}

void MainFrame::set_setting(const std::string& name, const std::string& value) {
    settings_.set(name, value);
}

void MainFrame::choose_language(const std::string& language) {
    if (!leave_screens()) return;
    settings_.set("language", language);
    modules_.set_language(language);
    if (session_)
        show_workspace();
    else
        show_welcome();
    use_stock_texts(language);
    if (!session_) return;
    load_place();
    open("dashboard", {});
}

void MainFrame::on_close(wxCloseEvent& event) {
    if (event.CanVeto() && !leave_screens()) {
        event.Veto();
        return;
    }
    if (event.CanVeto() && jobs_->is_busy()) {
        wxMessageDialog question{
            this, tr(*this, "Work is still running. Ending now undoes it; nothing saved is lost."),
            GetTitle(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
        question.SetYesNoLabels(tr(*this, "End it"), tr(*this, "Wait"));
        if (question.ShowModal() != wxID_YES) {
            event.Veto();
            return;
        }
        jobs_->cancel_all();
    }
    if (workers_) sign_out();
    Destroy();
}

void MainFrame::show_palette() {
    if (!session_) return;
    CommandPalette palette{this, *this};
    if (palette.ShowModal() == wxID_OK) open(palette.chosen(), palette.parameters());
}

}  // namespace zf::desktop
