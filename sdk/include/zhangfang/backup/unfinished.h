#pragma once

#include <filesystem>
#include <string_view>

#include "zhangfang/base/export.h"

namespace zf {

// A file or folder that is there only while something is under way, such as the open copy that a
// backup is made from. It is noted in the user's state folder before it is made and goes with this
// object; what a killed program leaves, remove_unfinished() takes away.
class ZF_EXPORT Unfinished {
public:
    explicit Unfinished(std::filesystem::path path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_, note_;
};

// A new folder for its owner only, below `parent` or the system's folder for temporary files.
class ZF_EXPORT UnfinishedFolder {
public:
    explicit UnfinishedFolder(std::string_view prefix, const std::filesystem::path& parent = {});

    const std::filesystem::path& path() const { return unfinished_.path(); }

private:
    Unfinished unfinished_;
};

// Removes what programs of this user on this computer noted and died over. What cannot be reached
// now, on a stick that was pulled out, stays noted.
ZF_EXPORT void remove_unfinished();

}  // namespace zf
