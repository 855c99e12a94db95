#pragma once

#include "host/modules.h"

namespace zf::test {

/// The modules and plugins of this build, in English and away from anybody's own settings.
const host::Modules& english_modules();

}  // namespace zf::test
