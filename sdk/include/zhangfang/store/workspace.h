#pragma once

#include <memory>
#include <string>
#include <vector>

#include "zhangfang/store/connection.h"
#include "zhangfang/store/migration.h"

namespace zf {

enum class Access { read_write, read_only };

// One place where all books, months and modules of a unit are kept: a SQLite file *.zfw or a
// PostgreSQL schema. It opens the connections; it holds no transaction itself.
class ZF_EXPORT Workspace {
public:
    // Makes a new, empty workspace and runs all migrations; refuses an existing file or a schema
    // with tables. `address`: path of a *.zfw file, or a libpq URL with ?schema=name, or a *.zfw
    // text file that holds such a URL.
    static std::unique_ptr<Workspace> create(const std::string& address,
                                             const std::vector<MigrationSet>& sets,
                                             const std::string& password = {});

    // Opens one: checks application id, versions and checksums; throws StoreError not_a_workspace,
    // newer, older (pending migrations and `migrate_if_needed` false), corrupt, cannot_open,
    // read_only, remote_file_system.
    static std::unique_ptr<Workspace> open(const std::string& address,
                                           const std::vector<MigrationSet>& sets, Access access,
                                           bool migrate_if_needed,
                                           const std::string& password = {});
    virtual ~Workspace();

    virtual const std::string& address() const = 0;  // without a password
    virtual StoreKind kind() const = 0;
    virtual bool is_read_only() const = 0;
    // Random 128-bit id (hex) given at creation; a restored copy keeps it.
    virtual const std::string& uid() const = 0;

    virtual std::unique_ptr<Connection> connect_writer() = 0;
    virtual std::unique_ptr<Connection> connect_reader() = 0;

    // What is wrong with the file itself, as lines for a person who repairs it; empty when sound.
    // `thorough` reads all.
    virtual std::vector<std::string> faults(bool thorough) = 0;

    // Folder for content-addressed files beside a SQLite workspace ("X.files"); empty on
    // PostgreSQL.
    virtual std::string files_folder() const = 0;
};

}  // namespace zf
