#include "desktop/screens.h"

#include "desktop/dashboard.h"
#include "desktop/help_screen.h"
#include "desktop/plugins_screen.h"

namespace zf::desktop {

void describe_screens(ScreenRegistry& screens, host::Modules& modules) {
    screens.add("dashboard", [](wxWindow* parent, UiHost& host, const Record&) -> Screen* {
        return new Dashboard{parent, host};
    });
    screens.add("plugins", [&modules](wxWindow* parent, UiHost& host, const Record&) -> Screen* {
        return new PluginsScreen{parent, host, modules};
    });
    screens.add(
        "help", [&modules](wxWindow* parent, UiHost& host, const Record& parameters) -> Screen* {
            return new HelpScreen{parent, host, modules, parameters.get("page").plain_text()};
        });
}

}  // namespace zf::desktop
