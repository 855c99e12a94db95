// The menus of the frame: files, what modules declare, tools, help.
#include <algorithm>

#include <wx/aboutdlg.h>
#include <wx/menu.h>

#include "desktop/help_screen.h"
#include "desktop/icons.h"
#include "desktop/key_list.h"
#include "desktop/main_frame.h"

namespace zf::desktop {

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
            *menu, tr(*this, "&Switch operator…") + "\tCtrl+Shift+L", [this] { switch_operator(); },
            "person");
        bind_item(
            *menu, tr(*this, "&Lock") + "\tCtrl+L", [this] { lock(); }, "lock");
        bind_item(
            *menu, tr(*this, "Change my &password…"),
            [this] { open("operator.change_password", {}); }, "key");
        bind_item(*menu, tr(*this, "Set my security &code…"),
                  [this] { open("operator.set_security_code", {}); });
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
            *menu, tr(*this, "&Back") + "\tAlt+Left", [this] { go_back(false); }, "arrow-left");
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
    bind_item(
        *help, tr(*this, "&Keys") + "\tCtrl+/", [this] { show_keys(); }, "keyboard");
    bind_item(*help, tr(*this, "&About"), [this] { show_about(); });
    bar.Append(help, tr(*this, "&Help"));
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

void MainFrame::show_keys() {
    KeyList{this, *this}.ShowModal();
}

}  // namespace zf::desktop
