#include <cstdlib>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "system_fault.h"
#include "zhangfang/platform/platform.h"

namespace zf::platform {

namespace fs = std::filesystem;

Handle::~Handle() {
    if (number_ >= 0) ::close(number_);
}

static void sync(const fs::path& path, int flags) {
    const Handle handle{::open(path.c_str(), flags | O_CLOEXEC)};
    if (!handle || ::fsync(handle.get()) != 0) throw_system_fault(path);
}

static fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

void sync_file(const fs::path& file) {
    sync(file, O_RDONLY);
}

void sync_folder(const fs::path& folder) {
    sync(folder.empty() ? fs::path{"."} : folder, O_RDONLY | O_DIRECTORY);
}

static Handle open_new(const fs::path& file) {
    return Handle{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                         S_IRUSR | S_IWUSR)};
}

bool create_private_file(const fs::path& file) {
    const Handle handle = open_new(file);
    if (!handle && errno != EEXIST) throw_system_fault(file);
    return static_cast<bool>(handle);
}

bool is_private_file(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) throw_system_fault(file);
    return S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

static void write_all(int handle, std::string_view content, const fs::path& file) {
    while (!content.empty()) {
        const ssize_t written = ::write(handle, content.data(), content.size());
        if (written < 0 && errno != EINTR) throw_system_fault(file);
        if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void replace_private_file(const fs::path& file, std::string_view content) {
    fs::path part = file;
    part += ".part";
    fs::remove(part);  // left by a crash
    try {
        const Handle handle = open_new(part);
        if (!handle) throw_system_fault(part);
        write_all(handle.get(), content, part);
        if (::fsync(handle.get()) != 0) throw_system_fault(part);
        if (::rename(part.c_str(), file.c_str()) != 0) throw_system_fault(file);
    } catch (...) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw;
    }
    sync_folder(folder_of(file));
}

void create_private_folder(const fs::path& folder) {
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path());
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) throw_system_fault(folder);
    if (!fs::is_directory(folder))
        throw std::system_error{ENOTDIR, std::generic_category(), folder.string()};
}

fs::path create_temporary_folder(std::string_view prefix, const fs::path& parent) {
    std::string name = ((parent.empty() ? fs::temp_directory_path() : parent) / prefix).string() +
                       "-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw_system_fault(name);
    return name;
}

bool rename_without_replacing(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EEXIST) return false;
    if (errno != EINVAL && errno != ENOSYS) throw_system_fault(to);
    // A file system without the flag: a second name, which also never replaces.
    if (::link(from.c_str(), to.c_str()) != 0) {
        if (errno == EEXIST) return false;
        throw_system_fault(to);
    }
    if (::unlink(from.c_str()) != 0) throw_system_fault(from);
    return true;
}

// The type that /proc/self/mountinfo gives for a device: field 3 is the device, the type follows "
// - ".
static std::string mounted_type(dev_t device) {
    const std::string wanted = ' ' + std::to_string(major(device)) + ':' +
                               std::to_string(minor(device)) + ' ';
    std::ifstream mounts{"/proc/self/mountinfo"};
    for (std::string line; std::getline(mounts, line);) {
        const std::size_t separator = line.find(" - ");
        if (line.find(wanted) == std::string::npos || separator == std::string::npos) continue;
        return line.substr(separator + 3, line.find(' ', separator + 3) - separator - 3);
    }
    return {};
}

// Drivers in user space are shares (sshfs, rclone …) unless they drive a disk of this computer
// (ntfs-3g, exfat).
static bool is_remote_fuse(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw_system_fault(path);
    return mounted_type(status.st_dev) != "fuseblk";
}

bool is_remote_filesystem(const fs::path& path) {
    constexpr std::uint32_t cifs = 0xFF534D42;
    constexpr std::uint32_t smb2 = 0xFE534D42;
    constexpr std::uint32_t fuse = 0x65735546;
    struct statfs status {};
    fs::path asked = path;
    while (::statfs(asked.c_str(), &status) != 0) {
        const fs::path above = folder_of(asked);
        if (errno != ENOENT || above == asked) throw_system_fault(path);
        asked = above;
    }
    switch (static_cast<std::uint32_t>(status.f_type)) {
        case NFS_SUPER_MAGIC:
        case SMB_SUPER_MAGIC:
        case AFS_SUPER_MAGIC:
        case CODA_SUPER_MAGIC:
        case V9FS_MAGIC:
        case cifs:
        case smb2: return true;
        case fuse: return is_remote_fuse(asked);
        default: return false;
    }
}

std::optional<FileLock> FileLock::try_lock(const fs::path& file) {
    Handle handle{::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (!handle) throw_system_fault(file);
    if (::flock(handle.get(), LOCK_EX | LOCK_NB) == 0) return FileLock{handle.release()};
    if (errno != EWOULDBLOCK) throw_system_fault(file);
    return std::nullopt;
}

FileLock::FileLock(FileLock&& other) noexcept : handle_{std::exchange(other.handle_, -1)} {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

FileLock::~FileLock() {
    if (handle_ >= 0) ::close(handle_);
}

}  // namespace zf::platform
