#include "desktop/help_screen.h"

#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>

namespace zf::desktop {
namespace {

// The toolkit breaks lines at blanks only, and Chinese has none: one behind each mark gives it
// places.
wxString with_places_to_break(const std::string& html) {
    wxString text = from_utf8(html);
    for (const int mark : {0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B}) {
        const wxString written{wxUniChar{mark}};
        text.Replace(written, written + " ");
    }
    return text;
}

// A page that names no colours is black on white, whatever the system's are.
wxString in_system_colours(wxString html) {
    const auto colour = [](wxSystemColour role) {
        return wxSystemSettings::GetColour(role).GetAsString(wxC2S_HTML_SYNTAX);
    };
    html.Replace("<body>", "<body text=\"" + colour(wxSYS_COLOUR_WINDOWTEXT) + "\" bgcolor=\"" +
                               colour(wxSYS_COLOUR_WINDOW) + "\" link=\"" +
                               colour(wxSYS_COLOUR_HOTLIGHT) + "\">");
    return html;
}

}  // namespace

HelpScreen::HelpScreen(wxWindow* parent, UiHost& host, const host::Modules& modules,
                       const std::string& about)
    : Screen{parent, host},
      pages_{host::guide_pages(modules)} {
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
    if (!pages_.empty()) show_page(pages_.front().name);
    if (!about.empty()) show_page(about);
}

wxString HelpScreen::title() const {
    return tr(host(), "Help");
}

void HelpScreen::narrow() {
    const wxString wanted = search_->GetValue().Lower();
    shown_.clear();
    wxArrayString titles;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const wxString title = from_utf8(pages_[i].title);
        if (!wanted.empty() && title.Lower().find(wanted) == wxString::npos &&
            from_utf8(pages_[i].html).Lower().find(wanted) == wxString::npos)
            continue;
        shown_.push_back(i);
        titles.Add(title);
    }
    list_->Set(titles);
}

void HelpScreen::show_page(const std::string& about) {
    const host::GuidePage* page = host::find_guide_page(pages_, about);
    if (page == nullptr) return;
    view_->SetPage(in_system_colours(with_places_to_break(page->html)));
    if (page->name != about) view_->LoadPage("#" + from_utf8(about));
}

void HelpScreen::focus_first() {
    search_->SetFocus();
}

}  // namespace zf::desktop
