#pragma once

#include <functional>
#include <string>

#include "zhangfang/base/export.h"
#include "zhangfang_reports/page_spool.h"

class wxPrintDialogData;
class wxWindow;

namespace zf::reports {

enum class Printing { done, cancelled, failed };

// Shows the system's print dialogue and prints the pages that the person chooses, each at its true
// size. `settings` comes with the paper and printer used last for this form and keeps what was
// chosen. Always with the dialogue: without one, printing waits for a print service that may not
// run. `family` is the font that the layout was measured with. `begins` is asked when the person
// has chosen and before the paper moves; where it says no, nothing is printed.
ZF_EXPORT Printing print_pages(wxWindow* parent, const PageSpool& pages, const std::string& title,
                               const std::string& family, wxPrintDialogData& settings,
                               const std::function<bool()>& begins);

}  // namespace zf::reports
