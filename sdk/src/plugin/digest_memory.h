#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "zhangfang/platform/platform.h"

namespace zf {

// Remembers the SHA-256 of files as long as their size, time and inode stay, in a file that only
// its owner can read or write. A file that others could write is not believed.
class DigestMemory {
public:
    explicit DigestMemory(std::filesystem::path file);

    // The digest in hex, computed anew when the file changed or was never seen.
    std::string digest_of(const std::filesystem::path& file);
    void save() noexcept;  // what cannot be kept is computed again

private:
    struct Entry {
        platform::FileStamp stamp;
        std::string sha256;
    };
    std::filesystem::path file_;
    std::map<std::string, Entry> entries_;
    bool is_changed_ = false;
};

}  // namespace zf
