#include "desktop/help_screen.h"

#include <algorithm>

#include <wx/ffile.h>
#include <wx/filename.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>

namespace zf::desktop {
namespace {

wxString text_of(const wxString& file) {
    wxFFile stream;
    wxString text;
    if (wxFileName::FileExists(file) && stream.Open(file)) stream.ReadAll(&text, wxConvUTF8);
    return text;
}

// The module that a page belongs to is told by its name: "bk.voucher_entry".
std::filesystem::path folder_of(const host::Modules& modules, const HelpPage& page) {
    const std::string short_name = page.name.substr(0, page.name.find('.'));
    for (const FoundPlugin& plugin : modules.loader().plugins())
        if (plugin.manifest.short_name == short_name)
            return host::data_folder(plugin.manifest.id) / "help";
    return host::data_folder("help");
}

}  // namespace

HelpScreen::HelpScreen(wxWindow* parent, UiHost& host, const host::Modules& modules,
                       const std::string& page)
    : Screen{parent, host} {
    auto* splitter = new wxSplitterWindow{this};
    auto* left = new wxPanel{splitter};
    search_ = new wxSearchCtrl{left, wxID_ANY};
    list_ = new wxListBox{left, wxID_ANY};
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(search_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(4)));
    column->Add(list_, wxSizerFlags{1}.Expand());
    left->SetSizer(column);
    view_ = new wxHtmlWindow{splitter};
    splitter->SplitVertically(left, view_, FromDIP(260));
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(splitter, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    collect(modules);
    narrow();
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { narrow(); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
        const int selected = list_->GetSelection();
        if (selected >= 0) show_page(pages_[shown_[static_cast<std::size_t>(selected)]].name);
    });
    // A link "open:NAME" opens the function that the page is about.
    view_->Bind(wxEVT_HTML_LINK_CLICKED, [this](wxHtmlLinkEvent& event) {
        const wxString target = event.GetLinkInfo().GetHref();
        wxString name;
        if (target.StartsWith("open:", &name))
            this->host().open(to_utf8(name), {});
        else
            show_page(to_utf8(target));
    });
    if (!pages_.empty()) show_page(page.empty() ? pages_.front().name : page);
}

wxString HelpScreen::title() const {
    return tr(host(), "Help");
}

void HelpScreen::collect(const host::Modules& modules) {
    const std::string& language = modules.catalogue().language();
    for (const HelpPage& page : host().registry().help_pages()) {
        const std::filesystem::path folder = folder_of(modules, page);
        std::filesystem::path file = folder / language / page.file;
        if (!std::filesystem::exists(file)) file = folder / "zh_CN" / page.file;
        const wxString path = from_utf8(file.string());
        pages_.push_back({page.name, tr(host(), page.title), path, text_of(path).Lower()});
    }
}

void HelpScreen::narrow() {
    const wxString wanted = search_->GetValue().Lower();
    shown_.clear();
    wxArrayString titles;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const Page& page = pages_[i];
        if (!wanted.empty() && page.title.Lower().find(wanted) == wxString::npos &&
            page.text.find(wanted) == wxString::npos)
            continue;
        shown_.push_back(i);
        titles.Add(page.title);
    }
    list_->Set(titles);
}

void HelpScreen::show_page(const std::string& name) {
    const auto found = std::find_if(pages_.begin(), pages_.end(),
                                    [&](const Page& page) { return page.name == name; });
    if (found != pages_.end()) view_->SetPage(text_of(found->file));
}

void HelpScreen::focus_first() {
    search_->SetFocus();
}

}  // namespace zf::desktop
