// What can be asked about other processes and about files without opening them.
#include <cerrno>

#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill() is POSIX, not C++
#include <sys/stat.h>

#include "zhangfang/platform/platform.h"

namespace zf::platform {

bool is_process_running(std::int64_t process) {
    if (process <= 0) return false;
    return kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

std::optional<FileStamp> file_stamp(const std::filesystem::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return std::nullopt;
    return FileStamp{.size = found.st_size,
                     .modified_ns = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 +
                                    found.st_mtim.tv_nsec,
                     .inode = static_cast<std::int64_t>(found.st_ino),
                     .device = static_cast<std::int64_t>(found.st_dev)};
}

}  // namespace zf::platform
