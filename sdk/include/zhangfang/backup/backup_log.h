#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/store/transaction.h"

namespace zf {

// One backup as the workspace remembers it. Times are UTC instants; "" means never.
struct LoggedBackup {
    std::int64_t id = 0;
    std::string made_at;
    std::string path;
    std::string reason;
    std::string label;  // 初始化, 2008-01 …
    std::int64_t bytes = 0;
    std::int64_t chain_sequence = 0;
    std::string verified_at;
    std::string drilled_at;
};

class ZF_EXPORT BackupLog {
public:
    explicit BackupLog(Reader reader);

    std::vector<LoggedBackup> all() const;  // newest first
    std::optional<LoggedBackup> last_verified() const;
    std::int64_t add(const Transaction& transaction, const LoggedBackup& backup) const;
    void set_verified(const Transaction& transaction, std::int64_t id, std::string_view at) const;
    void set_drilled(const Transaction& transaction, std::int64_t id, std::string_view at) const;

private:
    Connection& connection_;
};

}  // namespace zf
