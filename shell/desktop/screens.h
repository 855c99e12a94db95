#pragma once

#include "host/modules.h"
#include "zhangfang/ui/ui_plugin.h"

namespace zf::desktop {

// The program's own screens: dashboard, reports with their preview, backup centre, plugins, help.
void describe_screens(ScreenRegistry& screens, host::Modules& modules);

}  // namespace zf::desktop
