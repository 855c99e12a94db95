#include "zhangfang_reports/render.h"

#include <algorithm>
#include <cctype>

#include "render/renderers.h"
#include "zhangfang/base/driver.h"

namespace zf::reports {

std::optional<Format> format_of(std::string_view path) {
    std::string ending{path.substr(path.find_last_of('.') + 1)};
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (path.find('.') == std::string_view::npos) return std::nullopt;
    if (ending == "pdf") return Format::pdf;
    if (ending == "xlsx") return Format::xlsx;
    if (ending == "csv") return Format::csv;
    if (ending == "txt") return Format::text;
    return std::nullopt;
}

Result<Rendered> render(const Document& document, Format format, const std::string& path,
                        const Catalogue& catalogue, const StepFunction& step,
                        const RenderOptions& options) {
    switch (format) {
        case Format::pdf:
            return driver<PdfDriver>().render(document, path, catalogue, step, options);
        case Format::xlsx:
            return driver<XlsxDriver>().render(document, path, catalogue, step, options);
        case Format::csv: return render_csv(document, path, catalogue, step, options);
        case Format::text: break;
    }
    return render_text(document, path, catalogue, step);
}

}  // namespace zf::reports
