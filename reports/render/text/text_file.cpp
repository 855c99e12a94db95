#include <fstream>

#include "render/output_file.h"
#include "render/renderers.h"
#include "zhangfang_reports/text.h"

namespace zf::reports {

Result<Rendered> render_text(const Document& document, const std::string& path,
                             const Catalogue& catalogue, const StepFunction& step) {
    OutputFile file{path};
    Rendered rendered{.files = {path}};
    std::ofstream out{file.part_path(), std::ios::binary};
    rendered.rows = write_text(document, catalogue, out, step);
    out.close();
    if (!out) return not_written(path, last_reason());
    if (auto problem = file.put_in_place()) return *std::move(problem);
    return rendered;
}

}  // namespace zf::reports
