#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "zhangfang/rules/problem.h"
#include "zhangfang/store/workspace.h"

namespace zf {

// What stands in the clear header and the manifest of a *.zfb file.
struct BackupInfo {
    std::string path;
    std::string workspace_uid;
    std::string made_at;
    std::string reason;  // "manual", "before-closing" …
    std::string program_version;
    std::string label;  // book and period as the folder scheme names them
    bool is_encrypted = false;
    std::map<std::string, std::int64_t> row_counts;  // per table
    std::map<std::string, std::int64_t> control_totals;
    std::int64_t chain_sequence = 0;
    std::string chain_hash;
    std::int64_t bytes = 0;
};

using BackupProgress = std::function<void(std::int64_t done, std::int64_t total)>;  // may throw
                                                                                    // Cancelled

struct BackupOptions {
    std::string path;  // final name; the part file lies beside it; an existing file is never
                       // overwritten
    std::string reason;
    std::string label;
    std::string now;
    std::string program_version;
    std::string passphrase;  // "" makes an unencrypted backup: only for workspaces without persons
};

// Streams one snapshot of the workspace (either store) into a *.zfb, fsyncs, re-opens and verifies
// it, then renames.
ZF_EXPORT Result<BackupInfo> make_backup(Workspace& workspace, const BackupOptions& options,
                                         const BackupProgress& progress);

// Re-reads every chunk from disk, compares digests and totals. Problems: backup.damaged,
// backup.wrong_passphrase, backup.not_a_backup, backup.newer.
ZF_EXPORT Result<BackupInfo> verify_backup(const std::string& path, const std::string& passphrase,
                                           const BackupProgress& progress);

// The clear header only.
ZF_EXPORT Result<BackupInfo> read_backup_header(const std::string& path);

// Unpacks into a new workspace at `address` (file or PostgreSQL schema) and proves it equal:
// counts, totals, chain.
ZF_EXPORT Result<BackupInfo> restore_backup(const std::string& path, const std::string& passphrase,
                                            const std::string& address,
                                            const std::vector<MigrationSet>& sets,
                                            const BackupProgress& progress,
                                            const std::string& store_password = {});

}  // namespace zf
