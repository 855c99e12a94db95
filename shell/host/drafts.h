#pragma once

#include <filesystem>
#include <string>

namespace zf::host {

// Screens that were typed and not saved yet. They hold figures of the books, so they lie sealed, in
// files of their owner only; the key lies in another folder than they do.
class Drafts {
public:
    // Both folders are made when the first draft is kept.
    Drafts(std::filesystem::path folder, std::filesystem::path key_file);

    // "" when there is none, or none that this key opens.
    std::string read(const std::string& name) const;
    // Throws std::system_error when the disk does not take it.
    void keep(const std::string& name, const std::string& content) const;
    void drop(const std::string& name) const;

private:
    std::filesystem::path file_of(const std::string& name) const;

    std::filesystem::path folder_;
    std::filesystem::path key_file_;
};

}  // namespace zf::host
