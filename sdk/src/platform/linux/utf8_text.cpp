#include "zhangfang/platform/utf8_text.h"

#include <clocale>
#include <cstdlib>
#include <string>
#include <string_view>

#include <langinfo.h>

namespace zf::platform {

static bool is_utf8() {
    return std::setlocale(LC_CTYPE, "") != nullptr &&
           std::string_view{::nl_langinfo(CODESET)} == "UTF-8";
}

void use_utf8_text() {
    if (is_utf8()) return;
    // LC_ALL stands above LC_CTYPE: its language goes where it is looked for next.
    if (const char* const all = std::getenv("LC_ALL"); all != nullptr && *all != '\0') {
        const std::string language = all;
        ::setenv("LC_MESSAGES", language.c_str(), 1);
        ::setenv("LANG", language.c_str(), 1);
        ::unsetenv("LC_ALL");
    }
    ::setenv("LC_CTYPE", "C.UTF-8", 1);  // part of the C library itself
    std::setlocale(LC_CTYPE, "");
}

}  // namespace zf::platform
