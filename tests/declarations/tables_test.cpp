// Declared entities against the tables of a migrated workspace.
#include <map>

#include "declarations/loaded_modules.h"
#include "support/fresh_workspace.h"

using namespace zf;
using test::LoadedModules;

namespace {

// column → declared type, in capitals
std::map<std::string, std::string> columns_of(Connection& connection, const std::string& table) {
    std::map<std::string, std::string> columns;
    const bool is_sqlite = connection.kind() == StoreKind::sqlite;
    connection.run(
        is_sqlite ? "SELECT name, upper(type) FROM pragma_table_info(?)"
                  : "SELECT column_name, upper(data_type) FROM information_schema.columns WHERE "
                    "table_name = ? AND table_schema = current_schema()",
        {table}, [&](const Row& row) { columns.emplace(row.text(0), row.text(1)); });
    return columns;
}

bool holds_whole_numbers(ValueType type) {
    switch (type) {
        case ValueType::integer:
        case ValueType::boolean:
        case ValueType::money:
        case ValueType::quantity:
        case ValueType::price:
        case ValueType::rate: return true;
        default: return false;
    }
}

bool is_whole_number(const std::string& type) {
    return type == "BIGINT" || type == "SMALLINT" || type == "INTEGER";
}

}  // namespace

TEST_CASE("every entity has its columns, with the types that it declares", "[declarations]") {
    const test::EachStore store;
    const Registry& registry = LoadedModules::all().registry();
    test::FreshWorkspace fresh{store, registry.migrations()};

    for (const auto& [name, entity] : registry.entities()) {
        INFO(name << " in " << entity.table);
        const auto columns = columns_of(fresh.writer(), entity.table);
        for (const char* common : {"id", "version", "changed_at", "changed_by"})
            CHECK(columns.contains(common));
        for (const std::string& scope : entity.scope) CHECK(columns.contains(scope));
        for (const FieldInfo& field : entity.fields) {
            if (field.is_computed) continue;
            INFO(field.name);
            const auto column = columns.find(column_of(field));
            REQUIRE(column != columns.end());
            CHECK(is_whole_number(column->second) == holds_whole_numbers(field.type));
            if (!field.is_searchable) continue;
            CHECK(columns.contains(field.name + "_pinyin"));
            CHECK(columns.contains(field.name + "_sort"));
        }
    }
}

TEST_CASE("no table keeps amounts in a type that rounds", "[declarations]") {
    const test::EachStore store;
    const Registry& registry = LoadedModules::all().registry();
    test::FreshWorkspace fresh{store, registry.migrations()};
    std::vector<std::string> tables;
    const bool is_sqlite = fresh.writer().kind() == StoreKind::sqlite;
    fresh.writer().run(
        is_sqlite ? "SELECT name FROM sqlite_schema WHERE type = 'table'"
                  : "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                    "current_schema()",
        {}, [&](const Row& row) { tables.emplace_back(row.text(0)); });
    REQUIRE(!tables.empty());

    for (const std::string& table : tables)
        for (const auto& [column, type] : columns_of(fresh.writer(), table)) {
            INFO(table << "." << column << " is " << type);
            for (const char* rounds : {"REAL", "FLOAT", "DOUBLE", "NUMERIC", "DECIMAL", "MONEY"})
                CHECK(type.find(rounds) == std::string::npos);
        }
}

TEST_CASE("every bound table answers its rows in an empty workspace", "[declarations]") {
    const test::EachStore store;
    const Registry& registry = LoadedModules::all().registry();
    test::FreshWorkspace fresh{store, registry.migrations()};
    const Snapshot snapshot{fresh.writer()};

    for (const BoundTable& each : registry.bound_tables()) {
        INFO(each.table);
        CHECK(!columns_of(fresh.writer(), each.table).empty());
        std::int64_t rows = 0;
        each.rows(snapshot, [&](std::int64_t, const std::string&, const std::string&) { ++rows; });
        CHECK(rows == 0);
    }
}
