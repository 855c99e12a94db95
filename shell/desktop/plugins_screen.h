#pragma once

#include "host/modules.h"
#include "zhangfang/ui/screen.h"

namespace zf::desktop {

// 插件: what was found beside the program, what was refused and why.
class PluginsScreen : public Screen {
public:
    PluginsScreen(wxWindow* parent, UiHost& host, const host::Modules& modules);

    wxString title() const override;
};

}  // namespace zf::desktop
