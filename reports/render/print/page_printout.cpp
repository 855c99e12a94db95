#include "zhangfang_reports/render/print/page_printout.h"

#include <wx/print.h>
#include <wx/printdlg.h>

#include "zhangfang_reports/render/print/page_painter.h"

namespace zf::reports {
namespace {

class PagePrintout : public wxPrintout {
public:
    PagePrintout(const PageSpool& pages, const wxString& title, std::string family)
        : wxPrintout{title},
          pages_{pages},
          family_{std::move(family)} {}

    bool HasPage(int number) override { return number >= 1 && number <= last(); }
    void GetPageInfo(int* first, int* final, int* from, int* to) override {
        *first = *from = last() == 0 ? 0 : 1;
        *final = *to = last();
    }

    bool OnPrintPage(int number) override {
        wxDC* dc = GetDC();
        Page page;
        if (dc == nullptr || !pages_.read(number - 1, page)) return false;
        // The paper's corner, not that of the part the printer reaches: positions are those of the
        // sheet, so that forms meet what is printed on them already.
        const wxRect paper = GetPaperRectPixels();
        int wide = 0, high = 0;
        GetPPIPrinter(&wide, &high);
        paint_page(*dc, page, paper.x, paper.y, wide / 254.0, family_);
        return true;
    }

private:
    int last() const { return static_cast<int>(pages_.count()); }

    const PageSpool& pages_;
    std::string family_;
};

}  // namespace

Printing print_pages(wxWindow* parent, const PageSpool& pages, const std::string& title,
                     const std::string& family, wxPrintDialogData& settings) {
    Page first;
    if (pages.read(0, first)) {
        wxPrintData& data = settings.GetPrintData();
        data.SetOrientation(first.width > first.height ? wxLANDSCAPE : wxPORTRAIT);
    }
    settings.SetMinPage(1);
    settings.SetMaxPage(static_cast<int>(pages.count()));
    wxPrinter printer{&settings};
    PagePrintout printout{pages, wxString::FromUTF8(title), family};
    if (printer.Print(parent, &printout, true)) {
        settings = printer.GetPrintDialogData();
        return Printing::done;
    }
    return wxPrinter::GetLastError() == wxPRINTER_CANCELLED ? Printing::cancelled
                                                            : Printing::failed;
}

}  // namespace zf::reports
