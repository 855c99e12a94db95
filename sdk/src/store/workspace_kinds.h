#pragma once

#include "zhangfang/store/workspace.h"

namespace zf {

// One pair for each store; Workspace::create and ::open choose by the address.
std::unique_ptr<Workspace> create_sqlite_workspace(const std::string& path,
                                                   const std::vector<MigrationSet>& sets);
std::unique_ptr<Workspace> open_sqlite_workspace(const std::string& path,
                                                 const std::vector<MigrationSet>& sets,
                                                 Access access, bool migrate_if_needed);
std::unique_ptr<Workspace> create_postgresql_workspace(const std::string& address,
                                                       const std::vector<MigrationSet>& sets,
                                                       const std::string& password);
std::unique_ptr<Workspace> open_postgresql_workspace(const std::string& address,
                                                     const std::vector<MigrationSet>& sets,
                                                     Access access, bool migrate_if_needed,
                                                     const std::string& password);

// Takes all tables out of a schema again, when a workspace that was begun there is not wanted.
void empty_postgresql_schema(const std::string& address, const std::string& password);

// Migrates an empty database and gives it its id.
void found_workspace(Connection& connection, const std::vector<MigrationSet>& sets);

// Brings the tables up to date, or throws StoreError older.
void require_current(Connection& connection, const std::vector<MigrationSet>& sets,
                     bool migrate_if_needed);

std::string uid_of_workspace(Connection& connection);

}  // namespace zf
