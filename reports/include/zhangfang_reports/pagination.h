#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"
#include "zhangfang_reports/page.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

struct PaginationOptions {
    bool collects_links = false;     // for screens: rectangles that lead somewhere
    bool leaves_out_fixed = false;   // overlay printing 套打: the paper has the form already
    bool is_monochrome = false;      // red amounts in brackets instead of red
    int offset_x = 0, offset_y = 0;  // of this printer, 0.1 mm: shifts everything
};

// The pages of what a bookmark opens, as the footers print them.
struct PageRange {
    std::string code;
    std::string title;
    int level = 0;
    int first_page = 0, last_page = 0;
};

struct Pagination {
    std::int64_t page_count = 0;
    int last_page = 0;  // as printed: the next print of a book goes on from here
    std::vector<PageRange> bookmarks;
    std::int64_t cut_texts = 0;  // texts that did not fit into their box at the smallest size
};

// Called with each page as soon as it is full; the page is reused for the next one. May throw to
// stop, for instance Cancelled.
using PageSink = std::function<void(const Page&)>;

// Lays the document out. Rows and grids are pulled while pages are made; where page counts or a
// table of contents are printed, they are pulled twice.
ZF_EXPORT Pagination paginate(const Document& document, const TextMeasure& measure,
                              const Catalogue& catalogue, const PaginationOptions& options,
                              const PageSink& sink);

}  // namespace zf::reports
