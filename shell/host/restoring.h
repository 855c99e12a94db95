#pragma once

#include <string>

#include "host/modules.h"
#include "zhangfang/backup/backup.h"

namespace zf::host {

// Makes a new workspace at `address` from a backup. What the store says comes back as a Problem in
// plain words.
Result<BackupInfo> restore(const Modules& modules, const std::string& file,
                           const std::string& passphrase, const std::string& address,
                           const BackupProgress& progress);

}  // namespace zf::host
