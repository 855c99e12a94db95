// What the frame does with files: new workspaces, samples, restored ones, recent ones, drafts.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include <wx/filedlg.h>
#include <wx/stdpaths.h>
#include <wx/textdlg.h>

#include "desktop/main_frame.h"
#include "desktop/new_workspace_wizard.h"
#include "host/drafts.h"
#include "host/restoring.h"
#include "host/sample.h"
#include "zhangfang/platform/platform.h"

namespace zf::desktop {

namespace {

constexpr std::size_t recent_most = 8;

// The workspace in a folder of ours; "" when there is none.
std::string workspace_in(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& each : std::filesystem::directory_iterator{folder, ignored})
        if (each.path().extension() == ".zfw") return each.path().string();
    return {};
}

}  // namespace

void MainFrame::run_beside(const wxString& title, std::function<void(SideWork&)> work,
                           std::function<void()> done) {
    body_->Disable();  // one such work at a time; the job panel stays
    auto started = SideWork::start(std::move(work), [this, done = std::move(done)] {
        CallAfter([this, done] {
            body_->Enable();
            done();
        });
    });
    std::erase_if(side_works_, [](const auto& each) { return each->is_finished(); });
    side_works_.push_back(started);
    jobs_->add(title, started, [this, started] { return tr(*this, started->doing()); });
}

void MainFrame::new_workspace() {
    found(new NewWorkspaceWizard{this, *this});
}

// What cannot be founded comes back to the page that it stands on, with everything typed.
void MainFrame::found(NewWorkspaceWizard* wizard) {
    if (!wizard->run()) {
        wizard->Destroy();
        return;
    }
    auto founded = std::make_shared<std::optional<Result<host::Founded>>>();
    run_beside(
        tr(*this, "New workspace"),
        [this, wanted = wizard->wanted(), founded](SideWork&) {
            founded->emplace(host::found_workspace(modules_, wanted, Environment::system()));
        },
        [this, founded, wizard] {
            Result<host::Founded>& result = **founded;
            if (!result) {
                wizard->show(result.error());
                found(wizard);
                return;
            }
            wizard->Destroy();
            if (workspace_) close_workspace();
            take_workspace(std::move(result->workspace));
            if (enter(result->token)) open("bk.opening", {});
        });
}

void MainFrame::open_sample(const std::string& name) {
    const auto& samples = registry().samples();
    const auto sample = std::find_if(samples.begin(), samples.end(),
                                     [&](const Sample& each) { return each.name == name; });
    if (sample == samples.end()) return;
    const std::filesystem::path folder = std::filesystem::path{to_utf8(
                                             wxStandardPaths::Get().GetDocumentsDir())} /
                                         to_utf8(tr(*this, sample->title));
    if (const std::string made = workspace_in(folder); !made.empty()) {
        open_workspace(made);
        return;
    }
    auto result = std::make_shared<std::optional<Result<host::SampleResult>>>();
    run_beside(
        tr(*this, sample->title),
        [this, name, folder, result](SideWork& work) {
            const auto began = [&work](const Message& what, std::int64_t, std::int64_t) {
                work.tell(what);
            };
            try {
                result->emplace(
                    host::make_sample(modules_, name, folder, Environment::system(), began, work));
            } catch (const Cancelled&) {
            }
            if (result->has_value() && **result) return;
            std::error_code ignored;
            std::filesystem::remove_all(folder, ignored);  // half a sample is of no use
        },
        [this, result] {
            if (!result->has_value()) return;
            Result<host::SampleResult>& made = **result;
            if (made)
                open_workspace(made->workspace);
            else
                show({made.error()});
        });
}

void MainFrame::open_dialog() {
    wxFileDialog dialog{this,
                        tr(*this, "Open a workspace"),
                        {},
                        {},
                        tr(*this, "Workspaces") + " (*.zfw)|*.zfw",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) open_workspace(to_utf8(dialog.GetPath()));
}

void MainFrame::restore_dialog() {
    wxFileDialog from{
        this, tr(*this, "Restore which backup?"),      {},
        {},   tr(*this, "Backups") + " (*.zfb)|*.zfb", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (from.ShowModal() == wxID_OK) restore_from(to_utf8(from.GetPath()));
}

void MainFrame::restore_from(const std::string& file) {
    const auto header = read_backup_header(file);
    if (!header) {
        show({header.error()});
        return;
    }
    std::string passphrase;
    if (header->is_encrypted) {
        wxPasswordEntryDialog ask{this, tr(*this, "Passphrase of this backup"),
                                  tr(*this, "Restore a backup")};
        if (ask.ShowModal() != wxID_OK) return;
        passphrase = to_utf8(ask.GetValue());
    }
    wxFileDialog to{this,
                    tr(*this, "Restore into which new file?"),
                    {},
                    tr(*this, "restored") + ".zfw",
                    tr(*this, "Workspaces") + " (*.zfw)|*.zfw",
                    wxFD_SAVE};
    if (to.ShowModal() != wxID_OK) return;
    const std::string address = to_utf8(to.GetPath());
    auto restored = std::make_shared<std::optional<Result<BackupInfo>>>();
    run_beside(
        tr(*this, "Restore a backup"),
        [this, file, passphrase, address, restored](SideWork& work) {
            try {
                restored->emplace(host::restore(
                    modules_, file, passphrase, address,
                    [&work](std::int64_t done, std::int64_t total) { work.step(done, total); }));
            } catch (const Cancelled&) {
            }
        },
        [this, address, restored] {
            if (!restored->has_value()) return;
            if (**restored)
                open_workspace(address);
            else
                show({(*restored)->error()});
        });
}

void MainFrame::remember(const std::string& address) {
    std::vector<std::string> files = recent();
    std::erase(files, address);
    files.insert(files.begin(), address);
    files.resize(std::min(files.size(), recent_most));
    std::string joined;
    for (const std::string& file : files) joined += file + "\n";
    settings_.set("recent", joined);
}

std::vector<std::string> MainFrame::recent() const {
    std::vector<std::string> files;
    for (const wxString& line : wxSplit(from_utf8(settings_.get("recent")), '\n'))
        if (!line.empty()) files.push_back(to_utf8(line));
    return files;
}

std::string MainFrame::draft_file(const std::string& key) const {
    if (!workspace_ || !session_) return {};
    const auto folder = platform::user_data_folder() / "drafts" / workspace_->workspace().uid();
    return (folder / (std::to_string(session_->who().id.value) + "-" + key)).string();
}

static host::Drafts drafts_beside(const std::filesystem::path& file) {
    return {file.parent_path(), platform::user_state_folder() / "draft-key"};
}

std::string MainFrame::draft(const std::string& key) const {
    const std::filesystem::path file = draft_file(key);
    return file.empty() ? std::string{} : drafts_beside(file).read(file.filename().string());
}

void MainFrame::keep_draft(const std::string& key, const std::string& content) {
    const std::filesystem::path file = draft_file(key);
    if (file.empty()) return;
    try {
        drafts_beside(file).keep(file.filename().string(), content);
    } catch (const std::system_error&) {
        SetStatusText(
            tr(*this, "The draft cannot be kept on this computer; save the voucher soon."), 0);
    }
}

void MainFrame::drop_draft(const std::string& key) {
    const std::filesystem::path file = draft_file(key);
    if (!file.empty()) drafts_beside(file).drop(file.filename().string());
}

}  // namespace zf::desktop
