#pragma once

#include <cstdint>
#include <functional>
#include <ostream>

#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"

namespace zf::cli {

// A document for programs, one line: {"report": …, "title": …, "heading": {…}, "tables": [{"rows":
// [{…}]}], "sheets": n}. Cells stand under the names of their columns, as machines exchange values;
// sheets of official shape are counted only.
void write_json(const Document& document, const Catalogue& catalogue, std::ostream& out,
                const std::function<void(std::int64_t)>& step);

}  // namespace zf::cli
