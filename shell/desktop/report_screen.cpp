#include "desktop/report_screen.h"

#include <filesystem>
#include <system_error>

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/infobar.h>
#include <wx/print.h>
#include <wx/printdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/toolbar.h>

#include "desktop/icons.h"
#include "desktop/main_frame.h"
#include "host/reporting.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang_reports/font.h"
#include "zhangfang_reports/pagination.h"
#include "zhangfang_reports/render/print/page_painter.h"

namespace zf::desktop {
namespace {

// A preview keeps its pages; a book of a thousand pages is printed or exported, not leafed through.
constexpr std::size_t pages_shown_most = 300;

// Ends the layout when enough pages are there; nothing is wrong then.
struct EnoughPages {};

const reports::Font* screen_font() {
    static const auto font = reports::report_font();
    return font ? &*font : nullptr;
}

class PaperPrintout final : public wxPrintout {
public:
    PaperPrintout(const wxString& title, const std::vector<reports::Page>& pages,
                  std::string family)
        : wxPrintout{title},
          pages_{pages},
          family_{std::move(family)} {}
    bool HasPage(int page) override {
        return page >= 1 && static_cast<std::size_t>(page) <= pages_.size();
    }
    void GetPageInfo(int* least, int* most, int* from, int* to) override {
        *least = *from = 1;
        *most = *to = static_cast<int>(pages_.size());
    }
    bool OnPrintPage(int number) override {
        wxDC* dc = GetDC();
        const reports::Page& page = pages_[static_cast<std::size_t>(number) - 1];
        int width = 0, height = 0;
        GetPageSizePixels(&width, &height);
        reports::paint_page(*dc, page, 0, 0, static_cast<double>(width) / page.width, family_);
        return true;
    }

private:
    const std::vector<reports::Page>& pages_;
    std::string family_;
};

}  // namespace

ReportScreen::ReportScreen(wxWindow* parent, UiHost& host, MainFrame& frame,
                           const ReportInfo& report, const Record& parameters)
    : Screen{parent, host},
      frame_{frame},
      report_{report},
      bar_{new wxInfoBar{this}} {
    auto* splitter = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                          wxSP_LIVE_UPDATE};
    auto* left = new wxPanel{splitter};
    form_ = new FormPanel{left, host, report.parameters, nullptr};
    Record defaults;
    for (const FieldInfo& field : report.parameters)
        if (field.type == ValueType::month && field.default_text.empty())
            defaults.set(field.name, Value{host.current_month().iso()});
    form_->set_values(defaults);
    form_->set_values(parameters);
    auto* show = new wxButton{left, wxID_ANY, tr(host, "&Show (F5)")};
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(form_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(4)));
    column->Add(show, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    left->SetSizer(column);
    canvas_ = new PreviewCanvas{splitter};
    splitter->SplitVertically(left, canvas_, FromDIP(280));
    splitter->SetMinimumPaneSize(FromDIP(180));
    auto* tools = new wxToolBar{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxTB_HORIZONTAL | wxTB_TEXT | wxTB_NODIVIDER};
    const auto add = [&](const char* label, const char* icon_name, std::function<void()> action) {
        const auto* tool = tools->AddTool(wxID_ANY, tr(host, label), icon(icon_name));
        tools->Bind(
            wxEVT_TOOL, [action = std::move(action)](wxCommandEvent&) { action(); }, tool->GetId());
    };
    add("Refresh", "arrow-clockwise", [this] { make(); });
    add("Print", "printer", [this] { print(); });
    add("Export", "download", [this] { export_file(); });
    add("Larger", "zoom-in", [this] { canvas_->zoom(canvas_->zoom() + 25); });
    add("Smaller", "zoom-out", [this] { canvas_->zoom(canvas_->zoom() - 25); });
    tools->Realize();
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tools, wxSizerFlags{}.Expand());
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(splitter, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    show->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { make(); });
    canvas_->on_link = [this](const Link& link) {
        this->host().open(link.command, link.parameters);
    };
    make();
}

wxString ReportScreen::title() const {
    return tr(host(), report_.title);
}

CommandRequest ReportScreen::request() const {
    return {.command = report_.name, .parameters = form_->values()};
}

void ReportScreen::make() {
    const reports::Font* font = screen_font();
    if (font == nullptr) return;
    auto pages = std::make_shared<std::vector<reports::Page>>();
    auto work = [pages, font, request = request(), &modules = frame_.modules(),
                 session = *host().session()](Dispatcher& dispatcher, Progress& progress) {
        return host::with_document(
            modules, dispatcher, request, session, progress,
            [&](const Document& document, ReadContext&) -> std::optional<Problem> {
                try {
                    paginate(document, font->measure(), modules.catalogue(),
                             {.collects_links = true}, [&](const reports::Page& page) {
                                 if (pages->size() == pages_shown_most) throw EnoughPages{};
                                 progress.step(static_cast<std::int64_t>(pages->size()), 0);
                                 pages->push_back(page);
                             });
                } catch (const EnoughPages&) {
                }
                return std::nullopt;
            });
    };
    form_->clear_problems();
    frame_.run_report(this, title(), work,
                      [this, pages](const Outcome& outcome) { take(outcome, pages); });
}

void ReportScreen::take(const Outcome& outcome,
                        const std::shared_ptr<std::vector<reports::Page>>& pages) {
    if (!outcome.is_done()) {
        form_->show(outcome.problems);
        if (!outcome.problems.empty())
            bar_->ShowMessage(tr(host(), gravest(outcome.problems).text), wxICON_WARNING);
        return;
    }
    bar_->Dismiss();
    has_more_ = pages->size() == pages_shown_most;
    if (has_more_) tell_of_more();
    canvas_->show(std::move(*pages), screen_font()->family());
    canvas_->SetFocus();
}

void ReportScreen::tell_of_more() {
    bar_->ShowMessage(tr(host(), Message{"Only the first {0} pages are shown. Export has them all; "
                                         "print the exported file.",
                                         {static_cast<std::int64_t>(pages_shown_most)}}),
                      wxICON_INFORMATION);
}

// The trail tells of a print, and a voucher counts its prints, before the paper moves.
void ReportScreen::print() {
    if (canvas_->pages().empty()) return;
    // What is shown is what would be printed: half a book must not leave the printer as a whole
    // one.
    if (has_more_) return tell_of_more();
    wxPrintDialogData data;
    data.EnablePageNumbers(true);
    data.SetMinPage(1);
    data.SetMaxPage(static_cast<int>(canvas_->pages().size()));
    wxPrintDialog dialog{this, &data};
    if (dialog.ShowModal() != wxID_OK) return;
    auto work = [wanted = request(), &modules = frame_.modules(),
                 session = *host().session()](Dispatcher& dispatcher, Progress& progress) {
        const std::filesystem::path folder = platform::create_temporary_folder("zhangfang-print");
        const Outcome outcome = host::deliver_report(modules, dispatcher, wanted, session, progress,
                                                     (folder / "paper.pdf").string());
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        return outcome;
    };
    frame_.run_report(this, tr(host(), "Print"), work,
                      [this, chosen = dialog.GetPrintDialogData()](const Outcome& outcome) {
                          if (outcome.is_done())
                              put_on_paper(chosen);
                          else if (!outcome.problems.empty())
                              bar_->ShowMessage(tr(host(), gravest(outcome.problems).text),
                                                wxICON_WARNING);
                      });
}

void ReportScreen::put_on_paper(const wxPrintDialogData& chosen) {
    wxPrintDialogData data{chosen};
    wxPrinter printer{&data};
    PaperPrintout paper{title(), canvas_->pages(), screen_font()->family()};
    if (printer.Print(this, &paper, false))
        bar_->ShowMessage(tr(host(), "Sent to the printer."), wxICON_INFORMATION);
    else
        bar_->ShowMessage(tr(host(), "The printer took nothing. Look at it and print again."),
                          wxICON_WARNING);
}

void ReportScreen::export_file() {
    wxFileDialog dialog{this,
                        tr(host(), "Export"),
                        {},
                        title() + ".pdf",
                        "PDF (*.pdf)|*.pdf|Excel (*.xlsx)|*.xlsx|CSV (*.csv)|*.csv|" +
                            tr(host(), "Text") + " (*.txt)|*.txt",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) return;
    static constexpr const char* endings[] = {".pdf", ".xlsx", ".csv", ".txt"};
    std::string file = to_utf8(dialog.GetPath());
    const std::string ending = endings[dialog.GetFilterIndex()];
    if (!file.ends_with(ending)) file += ending;
    CommandRequest wanted = request();
    wanted.overwrite = true;  // the dialogue asked
    auto work = [file, wanted, &modules = frame_.modules(),
                 session = *host().session()](Dispatcher& dispatcher, Progress& progress) {
        return host::deliver_report(modules, dispatcher, wanted, session, progress, file);
    };
    frame_.run_report(this, tr(host(), "Export"), work, [this, file](const Outcome& outcome) {
        if (outcome.is_done())
            bar_->ShowMessage(tr(host(), Message{"Written: {0}", {file}}), wxICON_INFORMATION);
        else if (!outcome.problems.empty())
            bar_->ShowMessage(tr(host(), gravest(outcome.problems).text), wxICON_WARNING);
    });
}

void ReportScreen::focus_first() {
    form_->focus_first();
}

bool ReportScreen::on_action(const std::string& action) {
    if (action == "refresh")
        make();
    else if (action == "print")
        print();
    else if (action == "export")
        export_file();
    else
        return false;
    return true;
}

wxString ReportScreen::status() const {
    return tr(host(), Message{"{0} pages", {static_cast<std::int64_t>(canvas_->pages().size())}});
}

}  // namespace zf::desktop
