#include "desktop/app.h"
#include "zhangfang/platform/utf8_text.h"

wxIMPLEMENT_APP_NO_MAIN(zf::desktop::App);

int main(int count, char** words) {
    zf::platform::use_utf8_text();
    return wxEntry(count, words);
}
