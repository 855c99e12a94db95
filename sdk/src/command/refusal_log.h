#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/audit/audit_trail.h"

namespace zf {

// Entries that the trail could not take, because the workspace lies on read-only media or its disk
// is full: kept in a file of this computer until the next writable start. One file serves all
// workspaces.
class RefusalLog {
public:
    explicit RefusalLog(std::filesystem::path file) : file_{std::move(file)} {}

    // Never throws: there is nobody left to tell.
    void add(std::string_view workspace, const AuditEntry& entry) noexcept;
    bool exists() const;
    std::vector<AuditEntry> of(std::string_view workspace) const;
    void forget(std::string_view workspace);

private:
    std::filesystem::path file_;
};

}  // namespace zf
