#pragma once

#include "zhangfang/base/export.h"

namespace zf::platform {

// Arguments and file names of this program are UTF-8, also where the locale that the environment
// names is "C" or is not installed; the language it names stays. To be called first thing in main.
ZF_EXPORT void use_utf8_text();

}  // namespace zf::platform
