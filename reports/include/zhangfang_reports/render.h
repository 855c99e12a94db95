#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"
#include "zhangfang/rules/problem.h"
#include "zhangfang_reports/pagination.h"

namespace zf::reports {

enum class Format { pdf, xlsx, csv, text };

// By the ending of a file's name, in any case: .pdf .xlsx .csv .txt.
ZF_EXPORT std::optional<Format> format_of(std::string_view path);

struct RenderOptions {
    PaginationOptions pages;                  // PDF
    std::string font;                         // a .ttf or .ttc file; empty: the first usable one
    std::vector<std::string> own_fonts;       // folders of fonts that come with the program
    bool csv_has_mark = true;                 // begin with a byte order mark, for spreadsheets
    std::int64_t pages_per_volume = 20'000;   // a longer PDF is cut into X-1.pdf, X-2.pdf …
    std::int64_t rows_per_sheet = 1'048'576;  // a longer table goes on in a next sheet; XLSX's
                                              // limit
};

// What was written. Whoever stages files for a later move moves all of them.
struct Rendered {
    std::vector<std::string> files;
    std::int64_t pages = 0;  // PDF
    std::int64_t rows = 0;   // XLSX, CSV, text: rows of tables
    int last_page = 0;       // as printed
    std::vector<PageRange> bookmarks;
    Problems notes;  // rare characters, cut texts: told, nothing refused
};

// How far a file has come: pages of a PDF, rows of the other formats. May throw to stop; then no
// file is left behind.
using StepFunction = std::function<void(std::int64_t done)>;

// Writes the document under the path. The file appears whole or not at all; one of that name before
// is kept until then. Errors: report.font.unusable, report.file.not_written.
ZF_EXPORT Result<Rendered> render(const Document& document, Format format, const std::string& path,
                                  const Catalogue& catalogue, const StepFunction& step = {},
                                  const RenderOptions& options = {});

}  // namespace zf::reports
