#include "zhangfang_reports/render/print/page_printout.h"

#include <algorithm>
#include <system_error>

#include <wx/paper.h>
#include <wx/print.h>
#include <wx/printdlg.h>

#include "zhangfang_reports/render/print/page_painter.h"

namespace zf::reports {
namespace {

class PagePrintout : public wxPrintout {
public:
    PagePrintout(const PageSpool& pages, const wxString& title, std::string family,
                 const std::function<bool()>& begins)
        : wxPrintout{title},
          pages_{pages},
          family_{std::move(family)},
          begins_{begins} {}

    // A printout without pages is one that the toolkit gives up.
    void OnPreparePrinting() override { is_allowed_ = begins_(); }

    bool HasPage(int number) override { return number >= 1 && number <= last(); }
    void GetPageInfo(int* first, int* final, int* from, int* to) override {
        *first = *from = last() == 0 ? 0 : 1;
        *final = *to = last();
    }

    bool OnPrintPage(int number) override {
        wxDC* dc = GetDC();
        Page page;
        try {
            if (dc == nullptr || !pages_.read(number - 1, page)) return false;
        } catch (const std::system_error&) {
            return false;  // the toolkit's own functions stand between here and who could catch it
        }
        // The paper's corner, not that of the part the printer reaches: positions are those of the
        // sheet, so that forms meet what is printed on them already.
        const wxRect paper = GetPaperRectPixels();
        int wide = 0, high = 0;
        GetPPIPrinter(&wide, &high);
        paint_page(*dc, page, paper.x, paper.y, wide / 254.0, family_);
        return true;
    }

private:
    int last() const { return is_allowed_ ? static_cast<int>(pages_.count()) : 0; }

    const PageSpool& pages_;
    std::string family_;
    const std::function<bool()>& begins_;
    bool is_allowed_ = true;
};

// The sheet that the pages were laid out for; forms have sizes of their own.
void use_paper_of(const Page& page, wxPrintData& data) {
    const bool is_wide = page.width > page.height;
    const wxSize upright{std::min(page.width, page.height), std::max(page.width, page.height)};
    data.SetOrientation(is_wide ? wxLANDSCAPE : wxPORTRAIT);
    const wxPrintPaperType* known = wxThePrintPaperDatabase->FindPaperType(upright);
    data.SetPaperId(known == nullptr ? wxPAPER_NONE : known->GetId());
    data.SetPaperSize({upright.x / 10, upright.y / 10});
}

}  // namespace

Printing print_pages(wxWindow* parent, const PageSpool& pages, const std::string& title,
                     const std::string& family, wxPrintDialogData& settings,
                     const std::function<bool()>& begins) {
    Page first;
    if (pages.read(0, first)) use_paper_of(first, settings.GetPrintData());
    const auto last = static_cast<int>(pages.count());
    settings.SetMinPage(1);
    settings.SetMaxPage(last);
    settings.SetFromPage(1);
    settings.SetToPage(last);
    settings.SetAllPages(true);
    wxPrinter printer{&settings};
    PagePrintout printout{pages, wxString::FromUTF8(title), family, begins};
    if (printer.Print(parent, &printout, true)) {
        settings = printer.GetPrintDialogData();
        return Printing::done;
    }
    return wxPrinter::GetLastError() == wxPRINTER_CANCELLED ? Printing::cancelled
                                                            : Printing::failed;
}

}  // namespace zf::reports
