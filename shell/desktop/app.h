#pragma once

#include <memory>
#include <string>

#include <wx/app.h>

#include "desktop/main_frame.h"

namespace zf::desktop {

// Starts the window: texts, modules, the bespoke screens of their ui parts, and the main frame.
class App : public wxApp {
public:
    bool OnInit() override;
    int OnExit() override;
    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;
    int FilterEvent(wxEvent& event) override;

    MainFrame* frame() { return frame_; }

private:
    void load_screens();

    std::string workspace_;
    std::string language_;
    bool safe_start_ = false;
    // In this order: what windows are made of outlives them.
    std::unique_ptr<host::Settings> settings_;
    std::unique_ptr<host::Modules> modules_;
    std::unique_ptr<ScreenRegistry> screens_;
    MainFrame* frame_ = nullptr;
};

}  // namespace zf::desktop
