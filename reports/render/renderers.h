#pragma once

#include "zhangfang_reports/render.h"

namespace zf::reports {

// One function a target; render() chooses.
Result<Rendered> render_csv(const Document& document, const std::string& path,
                            const Catalogue& catalogue, const StepFunction& step,
                            const RenderOptions& options);
Result<Rendered> render_text(const Document& document, const std::string& path,
                             const Catalogue& catalogue, const StepFunction& step);

// What the modules around the libraries for PDF and for spreadsheets hand out.
struct RenderDriver {
    Result<Rendered> (*render)(const Document& document, const std::string& path,
                               const Catalogue& catalogue, const StepFunction& step,
                               const RenderOptions& options);
};
struct PdfDriver : RenderDriver {
    static constexpr const char* module = "pdf";
};
struct XlsxDriver : RenderDriver {
    static constexpr const char* module = "xlsx";
};

}  // namespace zf::reports
