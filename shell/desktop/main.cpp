#include "desktop/app.h"

wxIMPLEMENT_APP(zf::desktop::App);
