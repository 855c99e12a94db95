#include <fmt/format.h>

#include "postgresql_address.h"
#include "workspace_kinds.h"
#include "zhangfang/store/transaction.h"

namespace zf {

namespace {

class PostgresqlWorkspace final : public Workspace {
public:
    PostgresqlWorkspace(std::string address, std::string password, std::string uid, Access access)
        : address_{std::move(address)},
          shown_{parse_postgresql_address(address_).shown},
          password_{std::move(password)},
          uid_{std::move(uid)},
          access_{access} {}

    const std::string& address() const override { return shown_; }
    StoreKind kind() const override { return StoreKind::postgresql; }
    bool is_read_only() const override { return access_ == Access::read_only; }
    const std::string& uid() const override { return uid_; }

    std::unique_ptr<Connection> connect_writer() override {
        if (is_read_only())
            throw StoreError{StoreFault::read_only, shown_ + " was opened for reading"};
        return open_postgresql(address_, password_, false);
    }
    std::unique_ptr<Connection> connect_reader() override {
        return open_postgresql(address_, password_, true);
    }

    // The server keeps its files itself; what can be asked is whether every row can be read.
    std::vector<std::string> faults(bool thorough) override {
        std::vector<std::string> lines;
        if (!thorough) return lines;
        const auto connection = connect_reader();
        std::vector<std::string> tables;
        connection->run("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER "
                        "BY tablename",
                        {}, [&](const Row& row) { tables.emplace_back(row.text(0)); });
        for (const std::string& table : tables) {
            try {
                // The digest makes the server unpack every value.
                connection->run(
                    fmt::format("SELECT count(md5(CAST(t AS TEXT))) FROM {} AS t", table));
            } catch (const StoreError& fault) {
                lines.push_back(table + ": " + fault.what());
            }
        }
        return lines;
    }

    std::string files_folder() const override { return {}; }

private:
    std::string address_;
    std::string shown_;
    std::string password_;
    std::string uid_;
    Access access_;
};

}  // namespace

static std::int64_t count_of(Connection& connection, std::string_view sql,
                             const Bounds& bounds = {}) {
    std::int64_t count = 0;
    connection.run(sql, bounds, [&](const Row& row) { count = row.integer(0); });
    return count;
}

static void empty(Connection& connection, const std::string& schema) {
    connection.script("DROP SCHEMA " + schema + " CASCADE; CREATE SCHEMA " + schema);
}

void empty_postgresql_schema(const std::string& address, const std::string& password) {
    empty(*open_postgresql(address, password, false), parse_postgresql_address(address).schema);
}

// A restore takes the new workspace's id away before it brings in the rows of the old one: tables
// without an id are what a killed one left.
static bool is_half_restored(Connection& connection, const std::string& schema) {
    return count_of(connection,
                    "SELECT count(*) FROM pg_tables WHERE schemaname = ? AND tablename = "
                    "'zf_workspace'",
                    {schema}) > 0 &&
           count_of(connection, "SELECT count(*) FROM " + schema + ".zf_workspace") == 0;
}

std::unique_ptr<Workspace> create_postgresql_workspace(const std::string& address,
                                                       const std::vector<MigrationSet>& sets,
                                                       const std::string& password) {
    const std::string schema = parse_postgresql_address(address).schema;
    const auto connection = open_postgresql(address, password, false);
    const bool is_there = count_of(*connection,
                                   "SELECT count(*) FROM pg_namespace WHERE nspname = ?",
                                   {schema}) > 0;
    const std::string_view relations = "SELECT count(*) FROM pg_class JOIN pg_namespace ON "
                                       "pg_namespace.oid = relnamespace WHERE nspname = ?";
    if (is_there && is_half_restored(*connection, schema)) empty(*connection, schema);
    if (is_there && count_of(*connection, relations, {schema}) > 0)
        throw StoreError{StoreFault::exists, "the schema " + schema + " holds tables already"};
    if (!is_there) connection->script("CREATE SCHEMA " + schema);
    try {
        found_workspace(*connection, sets);
    } catch (...) {
        connection->rollback();
        if (!is_there) connection->script("DROP SCHEMA " + schema + " CASCADE");
        throw;
    }
    return open_postgresql_workspace(address, sets, Access::read_write, false, password);
}

std::unique_ptr<Workspace> open_postgresql_workspace(const std::string& address,
                                                     const std::vector<MigrationSet>& sets,
                                                     Access access, bool migrate_if_needed,
                                                     const std::string& password) {
    const auto connection = open_postgresql(address, password, access == Access::read_only);
    if (count_of(*connection, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() "
                              "AND tablename = 'zf_workspace'") == 0)
        throw StoreError{StoreFault::not_a_workspace, "the schema holds no workspace"};
    require_current(*connection, sets, migrate_if_needed && access == Access::read_write);
    return std::make_unique<PostgresqlWorkspace>(address, password, uid_of_workspace(*connection),
                                                 access);
}

}  // namespace zf
