#include "desktop/new_workspace_wizard.h"

#include <algorithm>

#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include "zhangfang/model/answer.h"

namespace zf::desktop {
namespace {

// The boxes of the book command that a first book needs; all others have good defaults.
constexpr const char* book_fields[] = {"code",  "name",         "kind",
                                       "start", "finance_head", "extra_account"};

FieldInfo needed(std::string name, std::string label) {
    FieldInfo field = column(std::move(name), std::move(label));
    field.is_required = true;
    return field;
}

FieldInfo secret(std::string name, std::string label, const char* help) {
    FieldInfo field = needed(std::move(name), std::move(label));
    field.is_secret = true;
    field.help = help;
    return field;
}

std::vector<FieldInfo> person_fields() {
    return {
        needed("login", "Login"), needed("name", "Name"),
        secret("password", "Password", "At least 8 characters; 10 for who reviews or administers."),
        secret("repeated", "Password again", "")};
}

host::NewOperator operator_of(const FormPanel& form) {
    const Record values = form.values();
    return {values.get("login").plain_text(), values.get("name").plain_text(),
            values.get("password").plain_text()};
}

}  // namespace

NewWorkspaceWizard::NewWorkspaceWizard(wxWindow* parent, UiHost& host)
    : wxWizard{parent, wxID_ANY, tr(host, "New workspace")},
      host_{host} {
    FieldInfo file = needed("file", "File");
    add_page("place", "Where",
             "One file holds all books, years and modules. Put it where it is backed up.", {file});
    const wxFileName proposed{wxStandardPaths::Get().GetDocumentsDir(),
                              tr(host, "canteen") + ".zfw"};
    forms_[0]->set_values({{"file", Value{to_utf8(proposed.GetFullPath())}}});
    std::vector<FieldInfo> book;
    const auto command = host.registry().commands().find("bk.book.create");
    if (command != host.registry().commands().end())
        for (const char* name : book_fields)
            for (const FieldInfo& field : command->second.info.parameters)
                if (field.name == name) book.push_back(field);
    add_page("book", "Book", "The unit as it is printed, and the first month that is kept here.",
             book);
    forms_[1]->set_values(
        {{"code", Value{"canteen"}}, {"start", Value{host.current_month().iso()}}});
    add_page("keeper", "Who keeps the book",
             "Enters, posts, closes, prints and backs up; everything but review.", person_fields());
    forms_[2]->set_values({{"login", Value{to_utf8(tr(host, "quartermaster"))}},
                           {"name", Value{to_utf8(tr(host, "quartermaster"))}}});
    add_page("reviewer", "Who reviews it", "Another person: nobody reviews what he prepared.",
             person_fields());
    forms_[3]->set_values({{"login", Value{to_utf8(tr(host, "supervisor"))}},
                           {"name", Value{to_utf8(tr(host, "supervisor"))}}});
    add_page("summary", "What is made", "Opening balances come next. Nothing has been made yet.",
             {});
    summary_ = new wxStaticText{pages_.back(), wxID_ANY, {}};
    pages_.back()->GetSizer()->Add(summary_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(12)));
    for (std::size_t i = 1; i < pages_.size(); ++i)
        wxWizardPageSimple::Chain(pages_[i - 1], pages_[i]);
    for (wxWizardPageSimple* page : pages_) GetPageAreaSizer()->Add(page);
    // The toolkit's word for it is the system's, not the window's.
    if (wxWindow* cancel = FindWindow(wxID_CANCEL)) cancel->SetLabel(tr(host, "Cancel"));
    Bind(wxEVT_WIZARD_PAGE_CHANGING, &NewWorkspaceWizard::check_page, this);
    Bind(wxEVT_WIZARD_PAGE_CHANGED, [this](wxWizardEvent& event) {
        if (event.GetPage() == pages_.back()) summary_->SetLabel(summary());
        const auto found = std::find(pages_.begin(), pages_.end(), event.GetPage());
        if (found == pages_.end()) return;
        FormPanel* form = forms_[static_cast<std::size_t>(found - pages_.begin())];
        form->CallAfter([form] { form->focus_first(); });
    });
}

FormPanel* NewWorkspaceWizard::add_page(const char* name, const char* title, const char* text,
                                        std::vector<FieldInfo> fields) {
    auto* page = new wxWizardPageSimple{this};
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    auto* heading = new wxStaticText{page, wxID_ANY, tr(host_, title)};
    heading->SetFont(heading->GetFont().Bold().Scaled(1.3F));
    sizer->Add(heading, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    auto* explained = new wxStaticText{page, wxID_ANY, tr(host_, text)};
    explained->Wrap(FromDIP(520));
    sizer->Add(explained, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, FromDIP(12)));
    auto* form = new FormPanel{page, host_, fields, nullptr};
    form->SetMinSize(FromDIP(wxSize{560, fields.empty() ? 8 : 320}));
    sizer->Add(form, wxSizerFlags{fields.empty() ? 0 : 1}.Expand().Border(wxALL, FromDIP(8)));
    auto* fault = new wxStaticText{page, wxID_ANY, {}};
    fault->SetFont(fault->GetFont().Bold());
    sizer->Add(fault, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    page->SetSizer(sizer);
    names_.emplace_back(name);
    faults_.push_back(fault);
    pages_.push_back(page);
    fields_.push_back(std::move(fields));
    forms_.push_back(form);
    return form;
}

Problems NewWorkspaceWizard::problems_on(const FormPanel& form,
                                         const std::vector<FieldInfo>& fields) const {
    Record taken;
    Problems problems = take_parameters(fields, form.values(), taken);
    const Problems more = host::problems_before_founding(form.values());
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

void NewWorkspaceWizard::check_page(wxWizardEvent& event) {
    const auto found = std::find(pages_.begin(), pages_.end(), event.GetPage());
    if (!event.GetDirection() || found == pages_.end()) return;
    const auto index = static_cast<std::size_t>(found - pages_.begin());
    const Problems problems = problems_on(*forms_[index], fields_[index]);
    show(index, problems);
    if (!problems.empty()) event.Veto();
}

void NewWorkspaceWizard::show(std::size_t page, const Problems& problems) {
    const Problems elsewhere = forms_[page]->show(problems);
    faults_[page]->SetLabel(elsewhere.empty() ? wxString{} : tr(host_, gravest(elsewhere).text));
    faults_[page]->Wrap(FromDIP(520));
    pages_[page]->Layout();
}

void NewWorkspaceWizard::show(const Problem& refused) {
    const std::string& field = refused.place.field;
    const auto named = std::find(names_.begin(), names_.end(), field.substr(0, field.find('.')));
    first_ = named == names_.end() ? 0 : static_cast<std::size_t>(named - names_.begin());
    Problem told = refused;
    told.place.field = field.find('.') == std::string::npos ? ""
                                                            : field.substr(field.find('.') + 1);
    show(first_, {told});
}

host::NewWorkspace NewWorkspaceWizard::wanted() const {
    return {.address = forms_[0]->values().get("file").plain_text(),
            .book = forms_[1]->values(),
            .keeper = operator_of(*forms_[2]),
            .reviewer = operator_of(*forms_[3])};
}

wxString NewWorkspaceWizard::summary() const {
    const host::NewWorkspace all = wanted();
    wxString text = from_utf8(all.address) + "\n\n";
    for (const FieldInfo& field : fields_[1])
        if (all.book.has(field.name))
            text += tr(host_, field.label) + ": " +
                    from_utf8(all.book.get(field.name).plain_text()) + "\n";
    text += "\n" + tr(host_, "Who keeps the book") + ": " + from_utf8(all.keeper.name) + "\n";
    text += tr(host_, "Who reviews it") + ": " + from_utf8(all.reviewer.name) + "\n";
    return text;
}

bool NewWorkspaceWizard::run() {
    return RunWizard(pages_[first_]);
}

}  // namespace zf::desktop
