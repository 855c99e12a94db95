#include <cstdlib>
#include <fstream>

#include <pwd.h>
#include <unistd.h>

#include "system_fault.h"
#include "zhangfang/platform/platform.h"

namespace zf::platform {

namespace fs = std::filesystem;

fs::path executable_path() {
    return fs::read_symlink("/proc/self/exe");
}

static fs::path home_folder() {
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return home;
    errno = 0;
    const passwd* const entry = ::getpwuid(::geteuid());
    if (entry == nullptr) throw_system_fault("HOME");
    return entry->pw_dir;
}

// Relative paths in these variables are invalid by the XDG specification and are passed over.
static fs::path xdg_folder(const char* variable, const char* below_home) {
    const char* const named = std::getenv(variable);
    const fs::path base = named != nullptr && *named == '/' ? fs::path{named}
                                                            : home_folder() / below_home;
    return base / "zhangfang";
}

fs::path user_data_folder() {
    return xdg_folder("XDG_DATA_HOME", ".local/share");
}

fs::path user_config_folder() {
    return xdg_folder("XDG_CONFIG_HOME", ".config");
}

fs::path user_state_folder() {
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

std::string host_name() {
    char name[256] = {};
    if (::gethostname(name, sizeof name - 1) != 0) throw_system_fault("host name");
    return name;
}

std::string machine_id() {
    std::string id;
    for (const char* file : {"/etc/machine-id", "/var/lib/dbus/machine-id"})
        if (id.empty()) std::getline(std::ifstream{file} >> std::ws, id);
    return id.empty() ? host_name() : id;
}

std::int64_t process_id() {
    return ::getpid();
}

}  // namespace zf::platform
