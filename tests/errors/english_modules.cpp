#include "errors/english_modules.h"

#include "support/folders.h"
#include "support/own_home.h"

namespace zf::test {

const host::Modules& english_modules() {
    static const OwnHome home;
    static const host::Modules modules{
        {.language = "en", .more_folders = {build_folder() / "lib" / "zhangfang" / "plugins"}}};
    return modules;
}

}  // namespace zf::test
