#pragma once

#include <ostream>

#include "cli/verb.h"
#include "zhangfang/command/environment.h"
#include "zhangfang/i18n/catalogue.h"

namespace zf::cli {

// The manual page of section 1, in the catalogue's language, as man(1) reads it.
void write_manual(const Vocabulary& vocabulary, const Catalogue& catalogue,
                  const Environment& environment, std::ostream& out);

}  // namespace zf::cli
