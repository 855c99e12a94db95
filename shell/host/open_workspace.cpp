#include "host/open_workspace.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>

#include "zhangfang/access/operator_store.h"
#include "zhangfang/backup/backup.h"
#include "zhangfang/backup/unfinished.h"
#include "zhangfang/command/store_problem.h"
#include "zhangfang/platform/platform.h"

namespace zf::host {
namespace {

// A *.zfw text file may name a workspace on a server: its first line is the URL.
std::string real_address(const std::string& address) {
    if (address.rfind("postgresql://", 0) == 0) return address;
    std::ifstream file{address, std::ios::binary};
    std::string first(14, '\0');
    file.read(first.data(), 13);
    if (first.compare(0, 13, "postgresql://") != 0) return address;
    file.seekg(0);
    std::getline(file, first);
    while (!first.empty() && (first.back() == '\r' || first.back() == ' ')) first.pop_back();
    return first;
}

// unit.zfw → unit_20080131-080005_before-migration.zfb beside it; of a workspace on a server, in
// the user's own folder.
std::filesystem::path backup_before_migration(const std::string& place, const std::string& now) {
    std::string stamp = now.substr(0, 19);  // 2008-01-31T08:00:05
    std::erase_if(stamp, [](char letter) { return letter == '-' || letter == ':'; });
    std::replace(stamp.begin(), stamp.end(), 'T', '-');
    const std::filesystem::path file{place};
    const bool is_file = std::filesystem::exists(file);
    const std::filesystem::path folder = is_file ? file.parent_path()
                                                 : platform::user_data_folder() / "backups";
    if (!is_file) platform::create_private_folder(folder);
    const std::string name = is_file ? file.stem().string() : "workspace";
    return folder / (name + "_" + stamp + "_before-migration.zfb");
}

// With no steps named, an older workspace opens as it is.
Result<BackupInfo> back_up_older(const std::string& place, const std::string& password,
                                 const Environment& environment) {
    const auto older = Workspace::open(place, {}, Access::read_only, false, password);
    return make_backup(*older,
                       {.path = backup_before_migration(place, environment.now()).string(),
                        .reason = "before-migration",
                        .now = environment.now(),
                        .program_version = environment.program_version},
                       {});
}

}  // namespace

// The workspace with a place for a reader that is not needed any more: the next to ask gets it, and
// the store reads its tables' definitions once.
class OpenWorkspace::Shared final : public Workspace {
public:
    explicit Shared(std::unique_ptr<Workspace> workspace) : workspace_{std::move(workspace)} {}

    const std::string& address() const override { return workspace_->address(); }
    StoreKind kind() const override { return workspace_->kind(); }
    bool is_read_only() const override { return workspace_->is_read_only(); }
    const std::string& uid() const override { return workspace_->uid(); }
    std::unique_ptr<Connection> connect_writer() override { return workspace_->connect_writer(); }
    std::unique_ptr<Connection> connect_reader() override {
        {
            const std::lock_guard lock{guard_};
            if (idle_) return std::move(idle_);
        }
        return workspace_->connect_reader();
    }
    template <class Question>
    auto ask(const Question& question) {
        auto reader = connect_reader();
        auto answer = [&] {
            const Snapshot snapshot{*reader};
            return question(Reader{snapshot});
        }();
        const std::lock_guard lock{guard_};
        idle_ = std::move(reader);
        return answer;
    }
    void close_idle() {
        const std::lock_guard lock{guard_};
        idle_.reset();
    }
    std::vector<std::string> faults(bool thorough) override { return workspace_->faults(thorough); }
    std::string files_folder() const override { return workspace_->files_folder(); }

private:
    std::unique_ptr<Workspace> workspace_;
    std::mutex guard_;
    std::unique_ptr<Connection> idle_;
};

OpenWorkspace::OpenWorkspace(const Modules& modules, std::unique_ptr<Workspace> workspace,
                             Environment environment)
    : workspace_{std::make_unique<Shared>(std::move(workspace))},
      environment_{std::move(environment)},
      dispatcher_{std::make_unique<Dispatcher>(*workspace_, modules.registry().commands(),
                                               modules.registry().book_kinds(),
                                               modules.registry().watches(), environment_)} {}

// The writer closes last: only it brings the journal back into the file, so that the file alone is
// the whole workspace for whoever copies it.
OpenWorkspace::~OpenWorkspace() {
    workspace_->close_idle();
}

Workspace& OpenWorkspace::workspace() {
    return *workspace_;
}

Result<std::unique_ptr<OpenWorkspace>> OpenWorkspace::create(const Modules& modules,
                                                             const std::string& address,
                                                             const std::string& password,
                                                             Environment environment) {
    try {
        auto made = Workspace::create(address, modules.migrations(), password);
        return std::unique_ptr<OpenWorkspace>{
            new OpenWorkspace{modules, std::move(made), std::move(environment)}};
    } catch (const StoreError& error) {
        return problem_of(error, address);
    }
}

Result<std::unique_ptr<OpenWorkspace>>
OpenWorkspace::open(const Modules& modules, const std::string& address, Access access,
                    const std::string& password, Environment environment) {
    if (access == Access::read_write) remove_unfinished();
    const std::string place = real_address(address);
    const auto opened_with = [&](bool may_migrate) {
        auto opened = Workspace::open(place, modules.migrations(), access, may_migrate, password);
        return std::unique_ptr<OpenWorkspace>{
            new OpenWorkspace{modules, std::move(opened), environment}};
    };
    try {
        try {
            return opened_with(false);
        } catch (const StoreError& error) {
            if (error.fault() != StoreFault::older || access != Access::read_write) throw;
        }
        const auto backup = back_up_older(place, password, environment);
        if (!backup) return backup.error();
        auto opened = opened_with(true);
        opened->said_ = Message{"The workspace was brought up to date. As it was before, it is "
                                "kept in a verified backup: {0}",
                                {backup->path}};
        return opened;
    } catch (const StoreError& error) {
        return problem_of(error, address);
    }
}

Result<Session> OpenWorkspace::session(const std::string& token) {
    try {
        return workspace_->ask([&](Reader reader) {
            return OperatorStore{reader}.session_by_token(token, environment_.now());
        });
    } catch (const StoreError& error) {
        return problem_of(error, workspace_->address());
    }
}

bool OpenWorkspace::has_operators() {
    return workspace_->ask([](Reader reader) { return !OperatorStore{reader}.all().empty(); });
}

Result<std::string> sign_in(OpenWorkspace& workspace, const std::string& login,
                            const std::string& password) {
    CommandRequest request{.command = "session.open"};
    request.parameters.set("login", Value{login});
    request.parameters.set("password", Value{password});
    const Outcome outcome = workspace.dispatcher().run(request, nullptr);
    if (!outcome.is_done()) return gravest(outcome.problems);
    return outcome.result.get("token").plain_text();
}

}  // namespace zf::host
