#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "zhangfang/base/export.h"

// What differs between operating systems. Functions throw std::system_error unless they say
// otherwise.
namespace zf::platform {

// Of the running program, never by way of the working folder.
ZF_EXPORT std::filesystem::path executable_path();

// Per-user folders of this product (XDG on Linux); not created here.
ZF_EXPORT std::filesystem::path user_data_folder();    // drafts, recent workspaces, marker files
ZF_EXPORT std::filesystem::path user_config_folder();  // settings
ZF_EXPORT std::filesystem::path user_state_folder();   // local log, session tokens

ZF_EXPORT std::string host_name();
// Tells this computer from others. Confidential (machine-id(5)): write down a digest of it, never
// the id itself.
ZF_EXPORT std::string machine_id();
ZF_EXPORT std::int64_t process_id();

// Brings a file, or the names in a folder, to the disk.
ZF_EXPORT void sync_file(const std::filesystem::path& file);
ZF_EXPORT void sync_folder(const std::filesystem::path& folder);

// Makes an empty file that only its owner may read (0600); false when the name exists.
ZF_EXPORT bool create_private_file(const std::filesystem::path& file);
// Only its owner can read or change it: what a file must be before a password is read from it.
ZF_EXPORT bool is_private_file(const std::filesystem::path& file);
// Writes a private file under a part name, brings it to the disk and puts it in place of what was
// there.
ZF_EXPORT void replace_private_file(const std::filesystem::path& file, std::string_view content);
// Makes the folder and those above it; the last one, when new, for its owner only (0700).
ZF_EXPORT void create_private_folder(const std::filesystem::path& folder);
// A new folder (0700) below the system's folder for temporary files, or below `parent`.
ZF_EXPORT std::filesystem::path create_temporary_folder(std::string_view prefix,
                                                        const std::filesystem::path& parent = {});

// Gives a file its final name; false when that name exists already, which is then left as it is.
ZF_EXPORT bool rename_without_replacing(const std::filesystem::path& from,
                                        const std::filesystem::path& to);

// Is this path on a share (NFS, SMB, sshfs), where locks cannot be trusted? Unknown paths ask their
// folder.
ZF_EXPORT bool is_remote_filesystem(const std::filesystem::path& path);

// Is a process of this computer with that number alive, whoever owns it?
ZF_EXPORT bool is_process_running(std::int64_t process);

// What changes when a file is written anew or replaced; nothing when there is no such file.
struct FileStamp {
    std::int64_t size = 0;
    std::int64_t modified_ns = 0;
    std::int64_t inode = 0;
    std::int64_t device = 0;

    bool operator==(const FileStamp&) const = default;
};
ZF_EXPORT std::optional<FileStamp> file_stamp(const std::filesystem::path& file);

// A lock between processes, held for the object's life; the operating system frees it when the
// process dies.
class ZF_EXPORT FileLock {
public:
    static std::optional<FileLock> try_lock(const std::filesystem::path& file);  // nothing: another
                                                                                 // holds it
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int handle) : handle_{handle} {}
    int handle_ = -1;
};

}  // namespace zf::platform
