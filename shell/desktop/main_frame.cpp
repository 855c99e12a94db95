#include "desktop/main_frame.h"

#include <algorithm>

#include <wx/aboutdlg.h>
#include <wx/filedlg.h>
#include <wx/infobar.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/statusbr.h>

#include "desktop/command_palette.h"
#include "desktop/help_screen.h"
#include "desktop/icons.h"
#include "desktop/list_screen.h"
#include "desktop/report_screen.h"
#include "desktop/sign_in_dialog.h"
#include "desktop/welcome_page.h"
#include "zhangfang/ui/command_dialog.h"

namespace zf::desktop {
namespace {

constexpr int info_milliseconds = 4000;
constexpr std::size_t recent_most = 8;

}  // namespace

MainFrame::MainFrame(host::Modules& modules, host::Settings& settings,
                     const ScreenRegistry& screens)
    : wxFrame{nullptr, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize},
      modules_{modules},
      settings_{settings},
      screens_{screens},
      bar_{new wxInfoBar{this}},
      body_{new wxPanel{this}},
      info_timer_{this} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(body_, wxSizerFlags{1}.Expand());
    jobs_ = new JobPanel{this, *this};
    sizer->Add(jobs_, wxSizerFlags{}.Expand());
    SetSizer(sizer);
    body_->SetSizer(new wxBoxSizer{wxVERTICAL});
    auto* status = CreateStatusBar(3);
    const int widths[] = {-1, FromDIP(260), FromDIP(160)};
    SetStatusWidths(3, widths);
    // 更换操作员: a double click on the name at the bottom right.
    status->Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { switch_operator(); });
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { bar_->Dismiss(); }, info_timer_.GetId());
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
    SetMinSize(FromDIP(wxSize{960, 600}));
    SetSize(FromDIP(wxSize{1200, 760}));
    show_welcome();
}

MainFrame::~MainFrame() {
    pending_.clear();
    workers_.reset();  // its threads end before what they work on
}

void MainFrame::bind_item(wxMenu& menu, const wxString& label, std::function<void()> action,
                          const char* icon_name) {
    auto* item = new wxMenuItem{&menu, wxID_ANY, label};
    const wxBitmapBundle bitmap = icon(icon_name, FromDIP(16));
    if (bitmap.IsOk()) item->SetBitmap(bitmap);
    menu.Append(item);
    Bind(
        wxEVT_MENU, [action = std::move(action)](wxCommandEvent&) { action(); }, item->GetId());
}

void MainFrame::build_menus() {
    auto* bar = new wxMenuBar;
    add_file_menu(*bar);
    if (session_) add_module_menus(*bar);
    add_tools_menu(*bar);
    wxMenuBar* old = GetMenuBar();
    SetMenuBar(bar);
    delete old;
}

void MainFrame::add_file_menu(wxMenuBar& bar) {
    auto* menu = new wxMenu;
    bind_item(
        *menu, tr(*this, "&New workspace…"), [this] { new_workspace(); }, "journal-plus");
    bind_item(
        *menu, tr(*this, "&Open…") + "\tCtrl+O", [this] { open_dialog(); }, "folder2-open");
    bind_item(
        *menu, tr(*this, "&Restore a backup…"), [this] { restore_dialog(); },
        "arrow-counterclockwise");
    menu->AppendSeparator();
    bind_item(
        *menu, tr(*this, "&Print…") + "\tCtrl+P", [this] { act("print"); }, "printer");
    bind_item(
        *menu, tr(*this, "&Export…") + "\tCtrl+E", [this] { act("export"); }, "download");
    menu->AppendSeparator();
    if (session_) {
        bind_item(
            *menu, tr(*this, "&Switch operator…"), [this] { switch_operator(); }, "person");
        bind_item(*menu, tr(*this, "&Close workspace"), [this] { close_workspace(); });
    }
    bind_item(*menu, tr(*this, "&Quit") + "\tCtrl+Q", [this] { Close(); });
    bar.Append(menu, tr(*this, "&File"));
}

void MainFrame::add_module_menus(wxMenuBar& bar) {
    std::vector<std::pair<wxString, wxMenu*>> menus;
    for (const MenuEntry& entry : permitted_entries(*this)) {
        const wxString path = translated_path(*this, entry.path);
        const wxString top = path.BeforeFirst('/');
        auto found = std::find_if(menus.begin(), menus.end(),
                                  [&](const auto& menu) { return menu.first == top; });
        if (found == menus.end()) found = menus.insert(menus.end(), {top, new wxMenu});
        wxString label = path.AfterFirst('/');
        label.Replace("/", " › ");
        if (!entry.shortcut.empty()) label += "\t" + from_utf8(entry.shortcut);
        bind_item(
            *found->second, label, [this, name = entry.opens] { open(name, {}); },
            entry.icon.c_str());
    }
    for (const auto& [label, menu] : menus) bar.Append(menu, label);
}

void MainFrame::add_tools_menu(wxMenuBar& bar) {
    auto* menu = new wxMenu;
    if (session_) {
        bind_item(
            *menu, tr(*this, "&Find and open…") + "\tCtrl+K", [this] { show_palette(); }, "search");
        bind_item(
            *menu, tr(*this, "&Refresh") + "\tF5", [this] { act("refresh"); }, "arrow-clockwise");
        bind_item(
            *menu, tr(*this, "&Filter") + "\tCtrl+F", [this] { act("filter"); }, "funnel");
        bind_item(
            *menu, tr(*this, "&Plugins"), [this] { open("plugins", {}); }, "puzzle");
        menu->AppendSeparator();
    }
    auto* languages = new wxMenu;
    for (const auto& [code, name] : {std::pair{"zh_CN", "简体中文"}, std::pair{"zh_TW", "繁體中文"},
                                     std::pair{"en", "English"}})
        bind_item(*languages, wxString::FromUTF8(name),
                  [this, language = std::string{code}] { choose_language(language); });
    menu->AppendSubMenu(languages, tr(*this, "&Language"));
    bar.Append(menu, tr(*this, "&Tools"));
    auto* help = new wxMenu;
    bind_item(
        *help, tr(*this, "&Contents") + "\tF1", [this] { show_help(front_name()); },
        "question-circle");
    bind_item(*help, tr(*this, "&About"), [this] { show_about(); });
    bar.Append(help, tr(*this, "&Help"));
}

void MainFrame::show_welcome() {
    build_menus();
    body_->DestroyChildren();
    navigation_ = nullptr;
    tabs_ = nullptr;
    keys_.clear();
    body_->GetSizer()->Clear();
    WelcomePage::Choices choices{
        .new_workspace = [this] { new_workspace(); },
        .open = [this] { open_dialog(); },
        .restore = [this] { restore_dialog(); },
        .recent =
            [this](const std::string& path) { CallAfter([this, path] { open_workspace(path); }); },
        .language =
            [this](const std::string& language) {
                CallAfter([this, language] { choose_language(language); });
            }};
    body_->GetSizer()->Add(new WelcomePage{body_, *this, std::move(choices), recent()},
                           wxSizerFlags{1}.Expand());
    body_->Layout();
    update_title();
    update_status();
}

void MainFrame::show_workspace() {
    build_menus();
    body_->DestroyChildren();
    keys_.clear();
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
        if (screen->may_close())
            keys_.erase(screen);
        else
            event.Veto();
    });
    tabs_->Bind(wxEVT_AUINOTEBOOK_PAGE_CHANGED, [this](wxAuiNotebookEvent&) { update_status(); });
    body_->GetSizer()->Add(splitter, wxSizerFlags{1}.Expand());
    body_->Layout();
    update_title();
    update_status();
}

bool MainFrame::open_workspace(const std::string& address) {
    if (workspace_) close_workspace();
    auto opened = host::OpenWorkspace::open(modules_, address, Access::read_write, {},
                                            Environment::system());
    if (!opened) {
        show({opened.error()});
        return false;
    }
    take_workspace(*std::move(opened));
    if (sign_in()) return true;
    close_workspace();
    return false;
}

void MainFrame::take_workspace(std::unique_ptr<host::OpenWorkspace> workspace) {
    workspace_ = std::move(workspace);
    workers_ = std::make_unique<Workers>(workspace_->dispatcher());
    remember(workspace_->workspace().address());
}

bool MainFrame::sign_in() {
    SignInDialog dialog{this, *this, from_utf8(workspace_->workspace().address()),
                        settings_.get("last_login")};
    if (dialog.ShowModal() != wxID_OK) return false;
    settings_.set("last_login", dialog.login());
    return enter(dialog.token());
}

bool MainFrame::enter(const std::string& token) {
    auto session = workspace_->session(token);
    if (!session) {
        show({session.error()});
        return false;
    }
    token_ = token;
    session_ = *std::move(session);
    show_workspace();
    load_place();
    return true;
}

// Which book and month the screens begin with: asked from the modules through a declared reading
// command, where there is one.
void MainFrame::load_place() {
    month_ = Environment::system().today().month();
    const auto begin = [this] {
        update_title();
        update_status();
        if (tabs_ != nullptr && tabs_->GetPageCount() == 0) open("dashboard", {});
    };
    if (!registry().commands().contains("bk.place.show")) {
        begin();
        return;
    }
    run(this, {.command = "bk.place.show"}, [this, begin](const Outcome& outcome) {
        if (outcome.is_done()) {
            book_ = outcome.result.get("book").plain_text();
            if (const Month* month = outcome.result.get("month").if_a<Month>()) month_ = *month;
        }
        begin();
    });
}

void MainFrame::switch_operator() {
    if (!workspace_) return;
    if (tabs_ != nullptr)
        for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i) {
            auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i));
            if (screen == nullptr || screen->may_close()) continue;
            tabs_->SetSelection(i);
            return;
        }
    SignInDialog dialog{this, *this, tr(*this, "Switch operator"), {}};
    if (dialog.ShowModal() != wxID_OK) return;
    auto session = workspace_->session(dialog.token());
    if (!session) {
        show({session.error()});
        return;
    }
    sign_out();
    token_ = dialog.token();
    session_ = *std::move(session);
    settings_.set("last_login", dialog.login());
    build_menus();
    navigation_->fill();
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i))) screen->session_changed();
    load_place();
    update_title();
    update_status();
}

void MainFrame::sign_out() {
    if (token_.empty()) return;
    CommandRequest request{.command = "session.close"};
    request.parameters.set("token", Value{token_});
    workers_->submit(std::move(request), session_, [](const Outcome&) {});
    token_.clear();
}

void MainFrame::close_workspace() {
    if (workers_) sign_out();
    pending_.clear();
    workers_.reset();
    session_.reset();
    workspace_.reset();
    book_.clear();
    show_welcome();
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
    const int id = expect(owner, std::move(done));
    auto job = workers_->submit(std::move(request), session_, [this, id](const Outcome& outcome) {
        CallAfter([this, id, outcome] { take_outcome(id, outcome); });
    });
    jobs_->add(title, job);
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
    if (outcome.changed.empty() || tabs_ == nullptr) return;
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i)))
            screen->rows_changed(outcome.changed);
    update_status();
}

void MainFrame::open(const std::string& name, const Record& parameters) {
    if (tabs_ == nullptr) return;
    const std::string key = name + "\n" + Value{parameters}.plain_text();
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (const auto known = keys_.find(tabs_->GetPage(i));
            known != keys_.end() && known->second == key) {
            tabs_->SetSelection(i);
            return;
        }
    if (const ScreenFactory* factory = screens_.find(name)) {
        add_screen((*factory)(tabs_, *this, parameters), key);
        return;
    }
    if (const auto report = registry().reports().find(name); report != registry().reports().end()) {
        add_screen(new ReportScreen{tabs_, *this, *this, report->second.info, parameters}, key);
        return;
    }
    const auto& lists = registry().lists();
    const auto list = std::find_if(lists.begin(), lists.end(),
                                   [&](const ListView& view) { return view.name == name; });
    if (list != lists.end()) {
        add_screen(new ListScreen{tabs_, *this, *list, parameters}, key);
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
    update_status();
}

Screen* MainFrame::front() const {
    if (tabs_ == nullptr || tabs_->GetSelection() == wxNOT_FOUND) return nullptr;
    return dynamic_cast<Screen*>(tabs_->GetPage(static_cast<std::size_t>(tabs_->GetSelection())));
}

void MainFrame::act(const std::string& action) {
    if (Screen* screen = front()) screen->on_action(action);
}

void MainFrame::say(const Message& done) {
    bar_->ShowMessage(tr(*this, done), wxICON_INFORMATION);
    info_timer_.StartOnce(info_milliseconds);
}

void MainFrame::show(const Problems& problems) {
    if (problems.empty()) {
        bar_->Dismiss();
        return;
    }
    info_timer_.Stop();
    bar_->ShowMessage(tr(*this, gravest(problems).text), wxICON_WARNING);
}

std::string MainFrame::setting(const std::string& name) const {
    return settings_.get(name);
}

void MainFrame::set_setting(const std::string& name, const std::string& value) {
    settings_.set(name, value);
}

void MainFrame::remember(const std::string& address) {
    std::vector<std::string> files = recent();
    std::erase(files, address);
    files.insert(files.begin(), address);
    files.resize(std::min(files.size(), recent_most));
    std::string joined;
    for (const std::string& file : files) joined += file + "\n";
    settings_.set("recent", joined);
}

std::vector<std::string> MainFrame::recent() const {
    std::vector<std::string> files;
    for (const wxString& line : wxSplit(from_utf8(settings_.get("recent")), '\n'))
        if (!line.empty()) files.push_back(to_utf8(line));
    return files;
}

void MainFrame::choose_language(const std::string& language) {
    settings_.set("language", language);
    modules_.set_language(language);
    if (session_)
        show_workspace();
    else
        show_welcome();
    if (session_) load_place();
}

void MainFrame::update_title() {
    wxString title = tr(*this, "Zhangfang");
    if (!book_.empty()) title += wxString::FromUTF8(" — ") + from_utf8(book_);
    if (session_)
        title += wxString::FromUTF8(" · ") + from_utf8(month_.iso()) + wxString::FromUTF8(" · ") +
                 from_utf8(session_->who().name);
    SetTitle(title);
}

void MainFrame::update_status() {
    const Screen* screen = front();
    SetStatusText(screen != nullptr ? screen->status() : wxString{}, 0);
    SetStatusText(workspace_ ? from_utf8(book_ + "  " + month_.iso()) : wxString{}, 1);
    SetStatusText(session_ ? from_utf8(session_->who().name) : wxString{}, 2);
}

void MainFrame::on_close(wxCloseEvent& event) {
    if (event.CanVeto() && tabs_ != nullptr)
        for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i) {
            auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i));
            if (screen == nullptr || screen->may_close()) continue;
            tabs_->SetSelection(i);
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
    if (palette.ShowModal() == wxID_OK) open(palette.chosen(), {});
}

void MainFrame::open_dialog() {
    wxFileDialog dialog{this,
                        tr(*this, "Open a workspace"),
                        {},
                        {},
                        tr(*this, "Workspaces") + " (*.zfw)|*.zfw",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) open_workspace(to_utf8(dialog.GetPath()));
}

std::string MainFrame::front_name() const {
    const auto known = keys_.find(front());
    return known == keys_.end() ? "" : known->second.substr(0, known->second.find('\n'));
}

// One tab for the guide, turned to what is asked.
void MainFrame::show_help(const std::string& about) {
    if (tabs_ == nullptr) return;
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* guide = dynamic_cast<HelpScreen*>(tabs_->GetPage(i))) {
            tabs_->SetSelection(i);
            guide->show_page(about);
            return;
        }
    open("help", {{"page", about}});
}

void MainFrame::show_about() {
    wxAboutDialogInfo about;
    about.SetName(tr(*this, "Zhangfang"));
    about.SetVersion(from_utf8(Environment::system().program_version));
    about.SetDescription(tr(*this, "Books of small units: kept, proven, printed."));
    wxAboutBox(about, this);
}

}  // namespace zf::desktop
