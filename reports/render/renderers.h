#pragma once

#include "zhangfang_reports/render.h"

namespace zf::reports {

// One function a target; render() chooses.
Result<Rendered> render_pdf(const Document& document, const std::string& path,
                            const Catalogue& catalogue, const StepFunction& step,
                            const RenderOptions& options);
Result<Rendered> render_xlsx(const Document& document, const std::string& path,
                             const Catalogue& catalogue, const StepFunction& step,
                             const RenderOptions& options);
Result<Rendered> render_csv(const Document& document, const std::string& path,
                            const Catalogue& catalogue, const StepFunction& step,
                            const RenderOptions& options);
Result<Rendered> render_text(const Document& document, const std::string& path,
                             const Catalogue& catalogue, const StepFunction& step);

}  // namespace zf::reports
