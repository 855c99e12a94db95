#pragma once

#include <string>

#include "zhangfang_reports/page.h"

class wxDC;

namespace zf::reports {

// Draws a laid-out page on a screen or printer: the same positions as the PDF. `scale` is device
// units per 0.1 mm; `family` is the font that the layout was measured with.
ZF_EXPORT void paint_page(wxDC& dc, const Page& page, int left, int top, double scale,
                          const std::string& family);

}  // namespace zf::reports
