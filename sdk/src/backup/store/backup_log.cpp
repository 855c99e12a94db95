#include "zhangfang/backup/backup_log.h"

namespace zf {
namespace {

constexpr const char*
    columns = "id, made_at, path, reason, label, bytes, chain_sequence, verified_at, drilled_at";

LoggedBackup backup_of(const Row& row) {
    return {.id = row.integer(0),
            .made_at = std::string{row.text(1)},
            .path = std::string{row.text(2)},
            .reason = std::string{row.text(3)},
            .label = std::string{row.text(4)},
            .bytes = row.integer(5),
            .chain_sequence = row.integer(6),
            .verified_at = std::string{row.text(7)},
            .drilled_at = std::string{row.text(8)}};
}

}  // namespace

BackupLog::BackupLog(Reader reader) : connection_{reader.connection()} {}

std::vector<LoggedBackup> BackupLog::all() const {
    std::vector<LoggedBackup> result;
    connection_.run(std::string{"SELECT "} + columns + " FROM zf_backup ORDER BY id DESC", {},
                    [&](const Row& row) { result.push_back(backup_of(row)); });
    return result;
}

std::optional<LoggedBackup> BackupLog::last_verified() const {
    std::optional<LoggedBackup> result;
    connection_.run(std::string{"SELECT "} + columns +
                        " FROM zf_backup WHERE verified_at <> '' ORDER BY id DESC LIMIT 1",
                    {}, [&](const Row& row) { result = backup_of(row); });
    return result;
}

std::int64_t BackupLog::add(const Transaction& transaction, const LoggedBackup& backup) const {
    return insert_returning_id(transaction,
                               "INSERT INTO zf_backup (made_at, path, reason, label, bytes, "
                               "chain_sequence, verified_at, drilled_at)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                               {backup.made_at, backup.path, backup.reason, backup.label,
                                backup.bytes, backup.chain_sequence, backup.verified_at,
                                backup.drilled_at});
}

void BackupLog::set_verified(const Transaction& transaction, std::int64_t id,
                             std::string_view at) const {
    transaction.connection().run("UPDATE zf_backup SET verified_at = ? WHERE id = ?", {at, id});
}

void BackupLog::set_drilled(const Transaction& transaction, std::int64_t id,
                            std::string_view at) const {
    transaction.connection().run("UPDATE zf_backup SET drilled_at = ? WHERE id = ?", {at, id});
}

}  // namespace zf
