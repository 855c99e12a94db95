#include "desktop/app.h"

#include <wx/cmdline.h>

#include "desktop/screens.h"
#include "desktop/stock_texts.h"

namespace zf::desktop {

void App::OnInitCmdLine(wxCmdLineParser& parser) {
    parser.AddParam("workspace", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
    parser.AddLongOption("language", "zh_CN, zh_TW, en");
    parser.AddLongSwitch("safe", "opens no plugins");
    wxApp::OnInitCmdLine(parser);
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser) {
    wxString text;
    if (parser.GetParamCount() > 0) workspace_ = to_utf8(parser.GetParam(0));
    if (parser.Found("language", &text)) language_ = to_utf8(text);
    safe_start_ = parser.Found("safe");
    return wxApp::OnCmdLineParsed(parser);
}

// Every key and click tells that somebody is at work.
int App::FilterEvent(wxEvent& event) {
    const wxEventType type = event.GetEventType();
    if (frame_ != nullptr &&
        (type == wxEVT_CHAR_HOOK || type == wxEVT_KEY_DOWN || type == wxEVT_LEFT_DOWN ||
         type == wxEVT_MOTION || type == wxEVT_MOUSEWHEEL))
        frame_->note_use();
    return Event_Skip;
}

void App::load_screens() {
    screens_ = std::make_unique<ScreenRegistry>();
    describe_screens(*screens_, *modules_);
    for (const FoundPlugin& plugin : modules_->loader().plugins()) {
        if (!plugin.refusals.empty() || plugin.is_disabled || plugin.manifest.ui_sha256.empty())
            continue;
        const auto door = modules_->loader().open_ui(plugin.manifest.id, "zhangfang_ui");
        if (door) static_cast<const zhangfang_ui_entry*>(*door)->describe(*screens_);
    }
}

bool App::OnInit() {
    SetAppName("zhangfang");
    if (!wxApp::OnInit()) return false;
    settings_ = std::make_unique<host::Settings>(host::default_settings_file());
    host::ModulesOptions options{.language = language_.empty() ? settings_->get("language")
                                                               : language_,
                                 .safe_start = safe_start_};
    modules_ = std::make_unique<host::Modules>(std::move(options));
    use_stock_texts(modules_->catalogue().language());
    load_screens();
    frame_ = new MainFrame{*modules_, *settings_, *screens_};
    frame_->Show();
    if (!workspace_.empty())
        frame_->CallAfter([frame = frame_, path = workspace_] { frame->open_workspace(path); });
    return true;
}

int App::OnExit() {
    screens_.reset();
    modules_.reset();
    settings_.reset();
    return wxApp::OnExit();
}

}  // namespace zf::desktop
