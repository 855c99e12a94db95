#pragma once

#include <string>

namespace zf::desktop {

// The toolkit's own words (file dialogues, colours) in a language; ours come from the catalogue of
// the modules.
void use_stock_texts(const std::string& language);

}  // namespace zf::desktop
