#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "zhangfang/base/export.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"
#include "zhangfang_reports/page.h"

namespace zf::reports {

// The document for a terminal or a text file: tables in columns by East Asian widths, no page
// breaks, sheets drawn with characters. Answers with the number of table rows. `step` is called
// now and then with the rows so far; it may throw to stop.
ZF_EXPORT std::int64_t write_text(const Document& document, const Catalogue& catalogue,
                                  std::ostream& out,
                                  const std::function<void(std::int64_t)>& step = {});

// A laid-out page as characters: what stands left, right, above and below each other on paper does
// so here. Lay the page out with TextMeasure::monospaced().
ZF_EXPORT std::string page_as_text(const Page& page);

}  // namespace zf::reports
