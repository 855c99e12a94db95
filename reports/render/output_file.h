#pragma once

#include <optional>
#include <string>
#include <utility>

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"

namespace zf::reports {

// A file that appears under its name whole or not at all: written under a part name beside it,
// brought to the disk, then moved into place. Leaves no part behind.
class ZF_EXPORT OutputFile {
public:
    explicit OutputFile(std::string path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    ~OutputFile();

    const std::string& path() const { return path_; }
    const std::string& part_path() const { return part_path_; }

    // Another name to appear under.
    void rename_to(std::string path) { path_ = std::move(path); }

    // Moves the part into place, unless it is missing or empty.
    std::optional<Problem> put_in_place();

private:
    std::string path_, part_path_;
};

// What the operating system said last, for writers that tell no more than that they failed.
ZF_EXPORT std::string last_reason();
// The sentence for a file that could not be written.
ZF_EXPORT Problem not_written(const std::string& path, const std::string& reason);

}  // namespace zf::reports
