#include "desktop/backup_centre.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "desktop/icons.h"
#include "desktop/main_frame.h"
#include "zhangfang/backup/backup.h"
#include "zhangfang/base/date.h"
#include "zhangfang/ui/value_text.h"

namespace zf::desktop {
namespace {

constexpr const char* folder_setting = "backup_folder";
constexpr std::int32_t old_days = 7;
constexpr std::int64_t entries_shown_most = 12;

}  // namespace

BackupCentre::BackupCentre(wxWindow* parent, UiHost& host, MainFrame& frame, const ListView& view)
    : Screen{parent, host},
      frame_{frame},
      view_{view},
      state_{new wxStaticText{this, wxID_ANY, {}}},
      place_{new wxStaticText{this, wxID_ANY, {}}},
      list_{new ListPanel{this, host, view}} {
    state_->SetFont(state_->GetFont().Bold().Scaled(1.4F));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    add_button(*buttons, "Back up &now", "hdd", &BackupCentre::make);
    add_button(*buttons, "Place…", "folder2-open", &BackupCentre::choose_folder);
    add_button(*buttons, "&Verify", "patch-check", &BackupCentre::verify);
    add_button(*buttons, "Restore &drill", "life-preserver", &BackupCentre::drill);
    add_button(*buttons, "&Restore…", "arrow-counterclockwise", &BackupCentre::restore);
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(state_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    sizer->Add(place_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    sizer->Add(buttons, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    sizer->Add(list_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    list_->on_loaded = [this](const Record&) { tell_state(); };
    list_->on_open = [this](const Record&) { restore(); };
    list_->load({});
}

void BackupCentre::add_button(wxSizer& sizer, const char* label, const char* icon_name,
                              void (BackupCentre::*action)()) {
    auto* button = new wxButton{this, wxID_ANY, tr(host(), label)};
    button->SetBitmap(icon(icon_name, FromDIP(16)));
    button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { (this->*action)(); });
    sizer.Add(button, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
}

wxString BackupCentre::title() const {
    return tr(host(), view_.title);
}

std::string BackupCentre::folder() const {
    return host().setting(folder_setting);
}

std::string BackupCentre::chosen() const {
    const auto rows = list_->selected();
    if (!rows.empty()) return rows.front().get("file").plain_text();
    return list_->rows().empty() ? "" : list_->rows().front().get("file").plain_text();
}

void BackupCentre::tell_state() {
    std::string newest;
    for (const Record& row : list_->rows()) {
        const std::string verified = row.get("verified_at").plain_text();
        const std::string made = row.get("made_at").plain_text();
        if (!verified.empty() && made > newest) newest = made;
    }
    const auto made = Date::parse(newest.substr(0, newest.find('T')));
    const auto today = Date::parse(Environment::system().now().substr(0, 10));
    if (!made || !today) {
        state_->SetLabel(tr(host(), "There is no verified backup."));
    } else if (const auto days = days_between(*made, *today); days > old_days) {
        state_->SetLabel(tr(host(), Message{"The last verified backup is {0} days old. Make one "
                                            "today.",
                                            {std::int64_t{days}}}));
    } else {
        state_->SetLabel(tr(host(), Message{"Last verified backup: {0}", {*made}}));
    }
    place_->SetLabel(folder().empty()
                         ? tr(host(), "No place for backups is chosen yet. Another disk is best.")
                         : tr(host(), Message{"Place: {0}", {folder()}}));
    Layout();
}

void BackupCentre::choose_folder() {
    wxDirDialog dialog{this, tr(host(), "Where backups are kept"), from_utf8(folder())};
    if (dialog.ShowModal() != wxID_OK) return;
    host().set_setting(folder_setting, to_utf8(dialog.GetPath()));
    tell_state();
}

void BackupCentre::make() {
    if (folder().empty()) choose_folder();
    if (!folder().empty()) make_in(folder());
}

void BackupCentre::make_in(const std::string& folder) {
    CommandRequest request{.command = "backup.make"};
    request.parameters.set("folder", Value{folder});
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        if (outcome.is_done())
            host().say(outcome.said);
        else
            host().show(outcome.problems);
    });
}

// Asks for the passphrase where the file has one; runs at once where it has none.
void BackupCentre::run_on_chosen(const char* command) {
    const std::string file = chosen();
    if (file.empty()) return;
    Record parameters{{"file", Value{file}}};
    const auto header = read_backup_header(file);
    if (header && header->is_encrypted) {
        host().open(command, parameters);
        return;
    }
    host().run(this, {.command = command, .parameters = std::move(parameters)},
               [this](const Outcome& outcome) {
                   if (outcome.is_done())
                       host().say(outcome.said);
                   else
                       host().show(outcome.problems);
               });
}

void BackupCentre::verify() {
    run_on_chosen("backup.verify");
}

void BackupCentre::drill() {
    run_on_chosen("backup.drill");
}

// What was done since that backup would not be in a workspace made from it.
void BackupCentre::restore() {
    const std::string file = chosen();
    if (file.empty()) {
        frame_.restore_dialog();
        return;
    }
    const auto header = read_backup_header(file);
    if (!header) {
        host().show({header.error()});
        return;
    }
    CommandRequest request{.command = "trail.list"};
    request.parameters.set("from", Value{header->made_at});
    request.parameters.set("limit", Value{1000});
    host().run(this, std::move(request),
               [this, file](const Outcome& outcome) { ask_restore(file, outcome); });
}

void BackupCentre::ask_restore(const std::string& file, const Outcome& since) {
    const List* rows = since.result.get("rows").if_a<List>();
    wxString text;
    const FieldInfo sentence{.name = "sentence", .label = "", .type = ValueType::record};
    std::int64_t done = 0;
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        const Record& row = (*rows)[i].as<Record>();
        if (row.get("outcome").plain_text() != "done") continue;
        if (++done <= entries_shown_most)
            text += wxString::FromUTF8("\n· ") +
                    display_text(host(), sentence, row.get("sentence"));
    }
    if (done > entries_shown_most) text += wxString::FromUTF8("\n…");
    const wxString told = done == 0 ? tr(host(), "Nothing was done since this backup.")
                                    : tr(host(), Message{"A workspace restored from it lacks {0} "
                                                         "commands done since:",
                                                         {done}}) +
                                          text;
    wxMessageDialog question{
        this,
        told + "\n\n" +
            tr(host(), "It becomes a new file beside the present workspace, which stays as it is."),
        tr(host(), "Restore a backup"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    question.SetYesNoLabels(tr(host(), "Restore…"), tr(host(), "Back"));
    if (question.ShowModal() == wxID_YES) frame_.restore_from(file);
}

void BackupCentre::rows_changed(const std::vector<ChangedRows>&) {
    list_->reload();
}

void BackupCentre::session_changed() {
    list_->reload();
}

void BackupCentre::focus_first() {
    list_->focus_list();
}

bool BackupCentre::on_action(const std::string& action) {
    if (action == "refresh")
        list_->reload();
    else if (action == "new")
        make();
    else
        return false;
    return true;
}

}  // namespace zf::desktop
