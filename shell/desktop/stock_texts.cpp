#include "desktop/stock_texts.h"

#include <wx/translation.h>

#include "zhangfang/ui/ui_host.h"

namespace zf::desktop {

void use_stock_texts(const std::string& language) {
    auto* translations = new wxTranslations;
    translations->SetLanguage(from_utf8(language));
    wxTranslations::Set(translations);
    translations->AddStdCatalog();
}

}  // namespace zf::desktop
