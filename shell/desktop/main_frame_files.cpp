// What the frame does with files: new workspaces, restored ones, drafts.
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

#include <wx/filedlg.h>
#include <wx/textdlg.h>

#include "desktop/main_frame.h"
#include "desktop/new_workspace_wizard.h"
#include "host/restoring.h"
#include "zhangfang/platform/platform.h"

namespace zf::desktop {

// Work on files that are not open yet runs beside the window; `done` is called on the window
// thread.
template <class Answer>
void MainFrame::beside(std::function<Answer()> work, std::function<void(Answer)> done) {
    wxBeginBusyCursor();
    std::thread{[this, work = std::move(work), done = std::move(done)] {
        auto answer = std::make_shared<Answer>(work());
        CallAfter([answer, done] {
            wxEndBusyCursor();
            done(std::move(*answer));
        });
    }}.detach();
}

void MainFrame::new_workspace() {
    NewWorkspaceWizard wizard{this, *this};
    if (!wizard.run()) return;
    beside<Result<host::Founded>>(
        [this, wanted = wizard.wanted()] {
            return host::found_workspace(modules_, wanted, Environment::system());
        },
        [this](Result<host::Founded> founded) {
            if (!founded) {
                show({founded.error()});
                return;
            }
            if (workspace_) close_workspace();
            take_workspace(std::move(founded->workspace));
            if (enter(founded->token)) open("bk.opening", {});
        });
}

void MainFrame::restore_dialog() {
    wxFileDialog from{
        this, tr(*this, "Restore which backup?"),      {},
        {},   tr(*this, "Backups") + " (*.zfb)|*.zfb", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (from.ShowModal() != wxID_OK) return;
    const std::string file = to_utf8(from.GetPath());
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
    beside<Result<BackupInfo>>(
        [this, file, passphrase, address] {
            return host::restore(modules_, file, passphrase, address, {});
        },
        [this, address](Result<BackupInfo> restored) {
            if (restored)
                open_workspace(address);
            else
                show({restored.error()});
        });
}

std::string MainFrame::draft_file(const std::string& key) const {
    if (!workspace_ || !session_) return {};
    const auto folder = platform::user_data_folder() / "drafts" / workspace_->workspace().uid();
    return (folder / (std::to_string(session_->who().id.value) + "-" + key + ".json")).string();
}

std::string MainFrame::draft(const std::string& key) const {
    std::ifstream file{draft_file(key), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void MainFrame::keep_draft(const std::string& key, const std::string& content) {
    const std::filesystem::path file = draft_file(key);
    if (file.empty()) return;
    try {
        platform::create_private_folder(file.parent_path());
        platform::replace_private_file(file, content);
    } catch (const std::system_error&) {
        SetStatusText(
            tr(*this, "The draft cannot be kept on this computer; save the voucher soon."), 0);
    }
}

void MainFrame::drop_draft(const std::string& key) {
    std::error_code ignored;
    std::filesystem::remove(draft_file(key), ignored);
}

}  // namespace zf::desktop
