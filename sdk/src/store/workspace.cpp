#include "zhangfang/store/workspace.h"

#include <filesystem>
#include <fstream>

#include "postgresql_address.h"
#include "utc_now.h"
#include "workspace_kinds.h"
#include "zhangfang/base/text.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/store/transaction.h"

namespace zf {

Workspace::~Workspace() = default;

// A *.zfw may be a line of text that names a PostgreSQL workspace. A database is never that short,
// and is not opened here: closing it would take away the locks that SQLite holds in this process.
static std::string resolved(const std::string& address) {
    constexpr std::uintmax_t database_size_min = 512;
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(address, none);
    if (none || size >= database_size_min) return address;
    std::string line;
    std::getline(std::ifstream{address}, line);
    line = trim(line);
    return is_postgresql_address(line) ? line : address;
}

std::unique_ptr<Workspace> Workspace::create(const std::string& address,
                                             const std::vector<MigrationSet>& sets,
                                             const std::string& password) {
    if (is_postgresql_address(address)) return create_postgresql_workspace(address, sets, password);
    return create_sqlite_workspace(address, sets);
}

std::unique_ptr<Workspace> Workspace::open(const std::string& address,
                                           const std::vector<MigrationSet>& sets, Access access,
                                           bool migrate_if_needed, const std::string& password) {
    const std::string place = is_postgresql_address(address) ? address : resolved(address);
    if (is_postgresql_address(place))
        return open_postgresql_workspace(place, sets, access, migrate_if_needed, password);
    return open_sqlite_workspace(place, sets, access, migrate_if_needed);
}

void found_workspace(Connection& connection, const std::vector<MigrationSet>& sets) {
    migrate(connection, sets);
    Transaction transaction{connection};
    connection.run("INSERT INTO zf_workspace (one, uid, created_at) VALUES (1, ?, ?)",
                   {crypto::random_hex(16), utc_now()});
    transaction.commit();
}

void require_current(Connection& connection, const std::vector<MigrationSet>& sets,
                     bool migrate_if_needed) {
    const std::vector<PendingMigration> pending = pending_migrations(connection, sets);
    if (pending.empty()) return;
    if (!migrate_if_needed)
        throw StoreError{StoreFault::older,
                         pending.front().module + " " + pending.front().name + " is missing"};
    migrate(connection, sets);
}

std::string uid_of_workspace(Connection& connection) {
    std::string uid;
    connection.run("SELECT uid FROM zf_workspace", {}, [&](const Row& row) { uid = row.text(0); });
    if (uid.empty()) throw StoreError{StoreFault::not_a_workspace, "the workspace has no id"};
    return uid;
}

}  // namespace zf
