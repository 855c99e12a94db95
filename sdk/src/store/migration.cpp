#include "zhangfang/store/migration.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "migration_words.h"
#include "utc_now.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/store/transaction.h"

namespace zf {

static constexpr std::string_view record_table = R"(
    CREATE TABLE IF NOT EXISTS zf_migration (
        module TEXT NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at TEXT NOT NULL,
        PRIMARY KEY (module, name)
    ))";

// Over the files as written, of both stores, so that a workspace keeps its checksums when it moves
// between them.
static std::string checksum_of(const Migration& migration) {
    crypto::Sha256 parts;
    const std::string_view separator{"\0", 1};
    for (const std::string* text :
         {&migration.sql, &migration.sqlite_sql, &migration.postgresql_sql}) {
        parts.add(*text);
        parts.add(separator);
    }
    return crypto::hex(parts.finish());
}

static const std::string& text_for(const Migration& migration, StoreKind kind) {
    const std::string& own = kind == StoreKind::sqlite ? migration.sqlite_sql
                                                       : migration.postgresql_sql;
    return own.empty() ? migration.sql : own;
}

using Recorded = std::map<std::pair<std::string, std::string>, std::string>;  // (module, name) →
                                                                              // checksum

static Recorded recorded_migrations(Connection& connection) {
    const char* const table_exists =
        connection.kind() == StoreKind::sqlite
            ? "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'zf_migration'"
            : "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = "
              "'zf_migration'";
    Recorded recorded;
    if (connection.run(table_exists) == 0) return recorded;
    connection.run("SELECT module, name, checksum FROM zf_migration", {}, [&](const Row& row) {
        recorded.emplace(std::pair{std::string{row.text(0)}, std::string{row.text(1)}},
                         row.text(2));
    });
    return recorded;
}

static void refuse_unknown(const Recorded& recorded, const MigrationSet& set) {
    for (const auto& [key, checksum] : recorded) {
        if (key.first != set.module) continue;
        const auto known = std::find_if(
            set.migrations.begin(), set.migrations.end(),
            [&key = key](const Migration& each) { return each.name == key.second; });
        if (known == set.migrations.end())
            throw StoreError{StoreFault::newer,
                             fmt::format("{} {} is not known here", key.first, key.second)};
        if (checksum_of(*known) != checksum)
            throw StoreError{StoreFault::corrupt,
                             fmt::format("{} {} has another checksum", key.first, key.second)};
    }
}

static bool is_recorded(const Recorded& recorded, const MigrationSet& set,
                        const Migration& migration) {
    return recorded.contains({set.module, migration.name});
}

std::vector<PendingMigration> pending_migrations(Connection& connection,
                                                 const std::vector<MigrationSet>& sets) {
    const Recorded recorded = recorded_migrations(connection);
    std::vector<PendingMigration> pending;
    for (const MigrationSet& set : sets) {
        refuse_unknown(recorded, set);
        for (const Migration& migration : set.migrations)
            if (!is_recorded(recorded, set, migration))
                pending.push_back({set.module, migration.name});
    }
    return pending;
}

// Seats that start at the same time migrate one after another; what another has done meanwhile is
// left out.
static void run_step(Connection& connection, const MigrationSet& set, const Migration& migration) {
    Transaction transaction{connection};
    const bool is_sqlite = connection.kind() == StoreKind::sqlite;
    if (!is_sqlite)
        connection.script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;"
                          "SELECT pg_advisory_xact_lock(hashtext(current_schema()))");
    connection.script(record_table);
    const Recorded recorded = recorded_migrations(connection);
    if (is_recorded(recorded, set, migration)) return;

    connection.script(
        with_words_replaced(text_for(migration, connection.kind()), connection.kind()));
    connection.run(
        "INSERT INTO zf_migration (module, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
        {set.module, migration.name, checksum_of(migration), utc_now()});
    if (is_sqlite) connection.script(fmt::format("PRAGMA user_version = {}", recorded.size() + 1));
    transaction.commit();
}

void migrate(Connection& connection, const std::vector<MigrationSet>& sets) {
    const Recorded recorded = recorded_migrations(connection);
    for (const MigrationSet& set : sets) refuse_unknown(recorded, set);
    for (const MigrationSet& set : sets)
        for (const Migration& migration : set.migrations)
            if (!is_recorded(recorded, set, migration)) run_step(connection, set, migration);
}

}  // namespace zf
