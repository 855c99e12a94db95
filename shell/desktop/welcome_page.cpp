#include "desktop/welcome_page.h"

#include <algorithm>

#include <wx/commandlinkbutton.h>
#include <wx/filename.h>
#include <wx/hyperlink.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "desktop/icons.h"

namespace zf::desktop {

WelcomePage::WelcomePage(wxWindow* parent, UiHost& host, Choices choices,
                         const std::vector<std::string>& recent)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxTAB_TRAVERSAL | wxVSCROLL},
      host_{host},
      choices_{std::move(choices)} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* title = new wxStaticText{this, wxID_ANY, tr(host, "Zhangfang")};
    wxFont font = title->GetFont();
    title->SetFont(font.Scaled(2.2F).Bold());
    column->Add(title, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(4)));
    column->Add(
        new wxStaticText{this, wxID_ANY, tr(host, "Books of small units: kept, proven, printed.")},
        wxSizerFlags{}.Border(wxBOTTOM, FromDIP(24)));
    auto* cards = new wxFlexGridSizer{2, FromDIP(12), FromDIP(12)};
    cards->AddGrowableCol(0, 1);
    cards->AddGrowableCol(1, 1);
    add_card(*cards, "journal-plus", tr(host, "New workspace"),
             tr(host, "Open a new book in about three minutes."), choices_.new_workspace);
    add_card(*cards, "folder2-open", tr(host, "Open a workspace"),
             tr(host, "Go on with a workspace on this computer or a server."), choices_.open);
    add_card(*cards, "arrow-counterclockwise", tr(host, "Restore a backup"),
             tr(host, "Make a workspace from a backup; nothing that exists is overwritten."),
             choices_.restore);
    for (const Sample& sample : host.registry().samples())
        add_card(*cards, "mortarboard", tr(host, "Try a sample"), tr(host, sample.title),
                 [this, name = sample.name] { choices_.sample(name); });
    column->Add(cards, wxSizerFlags{}.Expand());
    add_recent(*column, recent);
    add_languages(*column);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    outer->AddStretchSpacer(1);
    outer->Add(column, wxSizerFlags{}.CentreHorizontal().Border(wxALL, FromDIP(32)));
    outer->AddStretchSpacer(2);
    SetSizer(outer);
    SetScrollRate(0, FromDIP(12));
}

void WelcomePage::add_card(wxSizer& sizer, const char* icon_name, const wxString& title,
                           const wxString& text, std::function<void()> chosen) {
    auto* button = new wxCommandLinkButton{this,          wxID_ANY, title, text, wxDefaultPosition,
                                           wxDefaultSize, wxBU_LEFT};
    button->SetMinSize({std::max(button->GetBestSize().x, FromDIP(360)), FromDIP(84)});
    button->SetBitmap(icon(icon_name, FromDIP(32)));
    button->SetBitmapMargins(FromDIP(12), 0);
    button->Bind(wxEVT_BUTTON, [this, chosen](wxCommandEvent&) { CallAfter(chosen); });
    sizer.Add(button, wxSizerFlags{1}.Expand());
}

void WelcomePage::add_recent(wxSizer& sizer, const std::vector<std::string>& recent) {
    if (recent.empty()) return;
    sizer.Add(new wxStaticText{this, wxID_ANY, tr(host_, "Used last")},
              wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(12)));
    for (const std::string& path : recent) {
        const wxFileName file{from_utf8(path)};
        const bool exists = path.rfind("postgresql://", 0) == 0 || file.FileExists();
        auto* link = new wxHyperlinkCtrl{this, wxID_ANY, file.GetName() + "   " + file.GetPath(),
                                         "#"};
        link->Enable(exists);
        link->Bind(wxEVT_HYPERLINK, [this, path](wxHyperlinkEvent&) { choices_.recent(path); });
        sizer.Add(link, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(4)));
    }
}

void WelcomePage::add_languages(wxSizer& sizer) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    // Each language is named in itself, so that who cannot read the present one still finds the
    // way.
    for (const auto& [code, name] : {std::pair{"zh_CN", "简体中文"}, std::pair{"zh_TW", "繁體中文"},
                                     std::pair{"en", "English"}}) {
        auto* link = new wxHyperlinkCtrl{this, wxID_ANY, wxString::FromUTF8(name), "#"};
        link->Bind(wxEVT_HYPERLINK, [this, language = std::string{code}](wxHyperlinkEvent&) {
            choices_.language(language);
        });
        row->Add(link, wxSizerFlags{}.Border(wxRIGHT, FromDIP(16)));
    }
    sizer.Add(row, wxSizerFlags{}.Border(wxTOP, FromDIP(24)));
}

}  // namespace zf::desktop
