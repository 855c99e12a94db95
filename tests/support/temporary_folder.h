#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace zf::test {

/// A folder of its own for one test, removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// The path of a file in it.
    std::string file(std::string_view name) const;
    /// Writes a file in it and answers its path.
    std::string write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

/// The whole content of a file; the test fails when it cannot be read.
std::string content_of(const std::filesystem::path& file);

}  // namespace zf::test
