// Who is at work, in which workspace, book and month; what title and status bar tell of it.
#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>

#include <wx/statusbr.h>

#include "desktop/main_frame.h"
#include "desktop/sign_in_dialog.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang/ui/notice_bar.h"
#include "zhangfang/ui/value_text.h"

namespace zf::desktop {
namespace {

enum StatusField { screen_field, place_field, job_field, operator_field };

constexpr long idle_minutes_usual = 10;

}  // namespace

// Beside the window's thread: an older workspace is backed up and brought up to date first.
void MainFrame::open_workspace(const std::string& address) {
    if (workspace_) {
        if (!leave_screens()) return;
        close_workspace();
    }
    struct Opened {
        std::unique_ptr<host::OpenWorkspace> workspace;
        std::optional<Problem> refusal;
    };
    auto opened = std::make_shared<Opened>();
    run_beside(
        tr(*this, "Open a workspace"),
        [this, address, opened](SideWork&) {
            auto result = host::OpenWorkspace::open(modules_, address, Access::read_write, {},
                                                    Environment::system());
            if (result)
                opened->workspace = *std::move(result);
            else
                opened->refusal = result.error();
        },
        [this, opened] {
            if (opened->refusal) {
                show({*opened->refusal});
                return;
            }
            const std::optional<Message> said = opened->workspace->said();
            take_workspace(std::move(opened->workspace));
            if (said) say(*said);
            if (!sign_in()) close_workspace();
        });
}

void MainFrame::take_workspace(std::unique_ptr<host::OpenWorkspace> workspace) {
    workspace_ = std::move(workspace);
    workers_ = std::make_unique<Workers>(workspace_->dispatcher());
    remember(workspace_->workspace().address());
}

const std::string& MainFrame::address() const {
    static const std::string none;
    return workspace_ ? workspace_->workspace().address() : none;
}

// A sample keeps its invented operators beside it, login and password a line, in a file that only
// its owner may read.
std::vector<std::pair<std::string, std::string>> MainFrame::operators_of_sample() const {
    std::vector<std::pair<std::string, std::string>> operators;
    const auto file = std::filesystem::path{address()}.parent_path() / "operators.txt";
    if (address().empty() || !std::filesystem::exists(file) || !platform::is_private_file(file))
        return operators;
    std::ifstream stream{file};
    std::string login, password;
    while (stream >> login >> password) operators.emplace_back(login, password);
    return operators;
}

// Who is asked for: of a sample the first of its operators who is not at work, whose invented
// password need not be typed.
SignInDialog::Asks MainFrame::asks(const wxString& place, const std::string& login) const {
    SignInDialog::Asks asks{.place = place, .login = login, .cancel = tr(*this, "Cancel")};
    for (const auto& [name, password] : operators_of_sample()) {
        asks.note += (asks.note.empty()
                          ? tr(*this, "Operators of this sample, with their passwords:")
                          : wxString{}) +
                     "\n" + from_utf8(name + "  " + password);
        const bool is_at_work = session_ && session_->who().login == name;
        if (!asks.password.empty() || is_at_work) continue;
        asks.login = name;
        asks.password = password;
    }
    return asks;
}

bool MainFrame::sign_in() {
    SignInDialog dialog{this, *this, asks(from_utf8(address()), settings_.get("last_login"))};
    if (dialog.ShowModal() != wxID_OK) return false;
    settings_.set("last_login", dialog.login());
    return enter(dialog.token());
}

bool MainFrame::enter(const std::string& token) {
    if (!take_session(token)) return false;
    bar_->Dismiss();
    show_workspace();
    load_place();
    open("dashboard", {});
    return true;
}

bool MainFrame::take_session(const std::string& token) {
    auto session = workspace_->session(token);
    if (!session) {
        show({session.error()});
        return false;
    }
    sign_out();
    token_ = token;
    session_ = *std::move(session);
    note_use();
    return true;
}

// Every screen agrees to be left: nothing unsaved is lost.
bool MainFrame::leave_screens() {
    for (std::size_t i = 0; tabs_ != nullptr && i < tabs_->GetPageCount(); ++i) {
        auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i));
        if (screen == nullptr || screen->may_close()) continue;
        tabs_->SetSelection(i);
        return false;
    }
    return true;
}

void MainFrame::switch_operator() {
    if (!session_ || !leave_screens()) return;
    SignInDialog dialog{this, *this, asks(tr(*this, "Switch operator"), {})};
    if (dialog.ShowModal() != wxID_OK || !take_session(dialog.token())) return;
    settings_.set("last_login", dialog.login());
    build_menus();
    navigation_->fill();
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i))) screen->session_changed();
    load_place();
}

// Hides what is on the screen until somebody signs in; typed work stays where it is.
void MainFrame::lock() {
    if (!session_ || is_locked_) return;
    is_locked_ = true;
    const std::int64_t who = session_->who().id.value;
    body_->Hide();
    bar_->Dismiss();
    SignInDialog dialog{this,
                        *this,
                        {.place = tr(*this, "Locked. What was typed is kept."),
                         .login = session_->who().login,
                         .cancel = tr(*this, "Quit")}};
    bool is_back = false;
    while (dialog.ShowModal() == wxID_OK && !is_back) {
        is_back = take_session(dialog.token());
        if (is_back) break;
    }
    is_locked_ = false;
    if (!is_back) {
        if (!Close()) CallAfter([this] { lock(); });  // work still runs, and is waited for
        return;
    }
    body_->Show();
    Layout();
    note_use();
    if (session_->who().id.value == who) return;
    build_menus();
    navigation_->fill();
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
        if (auto* screen = dynamic_cast<Screen*>(tabs_->GetPage(i))) screen->session_changed();
    load_place();
}

void MainFrame::note_use() {
    used_at_ = wxGetLocalTimeMillis();
}

void MainFrame::on_idle_tick() {
    long minutes = idle_minutes_usual;
    from_utf8(settings_.get("lock_after_minutes")).ToLong(&minutes);
    minutes = std::clamp(minutes, 1L, 60L);
    if (session_ && wxGetLocalTimeMillis() - used_at_ > minutes * 60 * 1000) lock();
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
    unit_.clear();
    waiting_.clear();
    show_welcome();
}

// Which book and month screens begin with, and what waits there: asked from the modules through
// the reading command that they declare for it.
void MainFrame::load_place() {
    if (!session_) return;
    update_title();
    update_status();
    for (const PlaceView& place : registry().places())
        run(this, {.command = place.query}, [this, &place](const Outcome& outcome) {
            if (outcome.is_done()) take_place(place, outcome.result);
        });
}

void MainFrame::take_place(const PlaceView& place, const Record& answer) {
    book_ = answer.get(place.book).plain_text();
    unit_ = from_utf8(answer.get(place.name).plain_text());
    if (const auto month = Month::parse(answer.get(place.month).plain_text())) month_ = *month;
    waiting_.clear();
    const CommandInfo& query = registry().commands().at(place.query).info;
    for (const std::string& name : place.status) {
        const auto field = std::find_if(query.answer.begin(), query.answer.end(),
                                        [&](const FieldInfo& each) { return each.name == name; });
        const Value& value = answer.get(name);
        if (field == query.answer.end() || value.plain_text().empty() || value == Value{0})
            continue;
        if (!waiting_.empty()) waiting_ += "   ";
        waiting_ += tr(*this, field->label) + " " + display_text(*this, *field, value);
    }
    update_title();
    update_status();
}

void MainFrame::update_title() {
    wxString title = tr(*this, "Zhangfang");
    if (!unit_.empty()) title += wxString::FromUTF8(" — ") + unit_;
    if (session_)
        title += wxString::FromUTF8(" · ") + from_utf8(month_.iso()) + wxString::FromUTF8(" · ") +
                 from_utf8(session_->who().name);
    SetTitle(title);
}

void MainFrame::update_status() {
    const Screen* screen = front();
    SetStatusText(screen != nullptr ? screen->status() : wxString{}, screen_field);
    SetStatusText(session_ ? unit_ + "   " + waiting_ : wxString{}, place_field);
    const int running = jobs_->shown();
    SetStatusText(running > 0 ? tr(*this, Message{"{0} at work", {std::int64_t{running}}})
                              : wxString{},
                  job_field);
    SetStatusText(session_ ? from_utf8(session_->who().name) : wxString{}, operator_field);
}

void MainFrame::on_status_click(const wxPoint& position) {
    if (!session_) return;
    wxRect rect;
    const auto is_in = [&](int field) {
        return GetStatusBar()->GetFieldRect(field, rect) && rect.Contains(position);
    };
    if (is_in(operator_field)) {
        switch_operator();
        return;
    }
    if (!is_in(place_field)) return;
    for (const PlaceView& place : registry().places())
        if (!place.opens.empty()) open(place.opens, {});
}

}  // namespace zf::desktop
