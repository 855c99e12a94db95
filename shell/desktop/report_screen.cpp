#include "desktop/report_screen.h"

#include <wx/button.h>
#include <wx/evtloop.h>
#include <wx/filedlg.h>
#include <wx/printdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/toolbar.h>

#include "desktop/icons.h"
#include "desktop/main_frame.h"
#include "host/reporting.h"
#include "zhangfang/ui/notice_bar.h"
#include "zhangfang_reports/font.h"
#include "zhangfang_reports/pagination.h"
#include "zhangfang_reports/render/print/page_printout.h"

namespace zf::desktop {
namespace {

// Loaded once, by the first report that needs it, outside the window's thread.
const Result<reports::Font>& screen_font() {
    static const auto font = reports::report_font();
    return font;
}

}  // namespace

struct ReportScreen::Made : PreviewPages {
    CommandRequest request;
    Delivered paper;
};

ReportScreen::ReportScreen(wxWindow* parent, UiHost& host, MainFrame& frame,
                           const ReportInfo& report, const Record& parameters)
    : Screen{parent, host},
      frame_{frame},
      report_{report},
      bar_{new NoticeBar{this, host}} {
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
    add("Fit the width", "arrows-expand", [this] { canvas_->fit_width(); });
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
    auto made = std::make_shared<Made>();
    made->request = request();
    auto work = [made, &modules = frame_.modules(),
                 session = *host().session()](Dispatcher& dispatcher, Progress& progress) {
        return host::with_document(
            modules, dispatcher, made->request, session, progress,
            [&](const Document& document, ReadContext&) -> std::optional<Problem> {
                const auto& font = screen_font();
                if (!font) return font.error();
                made->family = font->family();
                paginate(document, font->measure(), modules.catalogue(), {.collects_links = true},
                         [&](const reports::Page& page) {
                             made->add(page);
                             progress.step(made->spool.count(), 0);
                         });
                const bool is_print = !document.prints_of.empty();
                made->paper = {.what = is_print ? document.prints_of : made->request.command,
                               .ids = document.printed,
                               .pages = made->spool.count()};
                return std::nullopt;
            });
    };
    form_->clear_problems();
    frame_.run_report(this, title(), work,
                      [this, made](const Outcome& outcome) { take(outcome, made); });
}

void ReportScreen::take(const Outcome& outcome, std::shared_ptr<Made> made) {
    if (!outcome.is_done()) {
        form_->show(outcome.problems);
        bar_->warn(outcome.problems);
        return;
    }
    bar_->Dismiss();
    shown_ = std::move(made);
    canvas_->show(shown_);
    canvas_->SetFocus();
}

// What is shown is what is printed.
void ReportScreen::print() {
    if (shown_ == nullptr || canvas_->page_count() == 0) return;
    const std::string printer_setting = "printer." + report_.name;
    wxPrintDialogData data;
    data.GetPrintData().SetPrinterName(from_utf8(host().setting(printer_setting)));
    const auto printing = reports::print_pages(this, shown_->spool, to_utf8(title()),
                                               shown_->family, data,
                                               [this] { return enter_print(); });
    if (printing == reports::Printing::cancelled) return;
    host().set_setting(printer_setting, to_utf8(data.GetPrintData().GetPrinterName()));
    if (printing == reports::Printing::done)
        bar_->say({"Sent to the printer.", {}});
    else
        bar_->warn(Message{"The printer took nothing. Look at it and print again.", {}});
}

// The trail tells of a print, and a voucher counts its prints, before the paper moves; the toolkit
// waits here for the answer.
bool ReportScreen::enter_print() {
    Outcome entered;
    wxGUIEventLoop loop;
    auto work = [made = shown_, session = *host().session()](Dispatcher& dispatcher,
                                                             Progress& progress) {
        return dispatcher.print(made->request, session, progress, made->paper);
    };
    frame_.run_report(&frame_, tr(host(), "Print"), work, [&](const Outcome& outcome) {
        entered = outcome;
        loop.Exit();
    });
    loop.Run();
    bar_->warn(entered.problems);
    return entered.is_done();
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
            bar_->say({"Written: {0}", {file}});
        else
            bar_->warn(outcome.problems);
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
    return tr(host(), Message{"{0} pages", {static_cast<std::int64_t>(canvas_->page_count())}});
}

}  // namespace zf::desktop
