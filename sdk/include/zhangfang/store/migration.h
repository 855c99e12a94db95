#pragma once

#include <string>
#include <vector>

#include "zhangfang/store/connection.h"

namespace zf {

// One forward-only step of a module's tables. The text is in the subset both stores understand,
// with three words the runner replaces: ID_KEY (a key the store numbers and never uses twice),
// CLUSTERED (rows lie in the order of the primary key, where the store can) and BYTES. A file that
// was released is never edited: its checksum is recorded.
struct Migration {
    std::string name;        // "0001_books"
    std::string sql;         // as written in the file
    std::string sqlite_sql;  // only where the stores truly differ ("0007_x.sqlite.sql"); ""
                             // otherwise
    std::string postgresql_sql;
};

struct MigrationSet {
    std::string module;  // "sdk", "bookkeeping"
    std::vector<Migration> migrations;
};

// The sdk's own tables, embedded at build like those of each plugin (zf::bookkeeping_migrations …).
ZF_EXPORT MigrationSet sdk_migrations();

struct PendingMigration {
    std::string module;
    std::string name;
};

// What a workspace lacks. Throws StoreError newer when it has steps this program does not know,
// corrupt when a recorded checksum differs. Steps of modules that are not among `sets` (a plugin
// switched off) are left alone.
ZF_EXPORT std::vector<PendingMigration> pending_migrations(Connection& connection,
                                                           const std::vector<MigrationSet>& sets);

// Runs what is missing, each step in its own transaction with its record.
ZF_EXPORT void migrate(Connection& connection, const std::vector<MigrationSet>& sets);

}  // namespace zf
