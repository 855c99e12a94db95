#include "bulk_indexes.h"

#include <array>

#include <fmt/format.h>

namespace zf {

static constexpr std::array<std::string_view, 2> dropped{"zf_entry_account", "zf_entry_tuple"};

BulkIndexes::BulkIndexes(Connection& connection) : connection_{connection} {}

void BulkIndexes::drop_while_empty() {
    bool is_empty = true;
    connection_.run("SELECT voucher FROM zf_entry LIMIT 1", {},
                    [&](const Row&) { is_empty = false; });
    if (!is_empty) return;
    for (const std::string_view index : dropped) {
        std::string definition = definition_of(index);
        if (definition.empty()) continue;
        connection_.script(fmt::format("DROP INDEX {}", index));
        definitions_.push_back(std::move(definition));
    }
    // SQLite keeps the entries themselves in the order of their key; PostgreSQL an index.
    if (connection_.kind() == StoreKind::sqlite || definitions_.size() < dropped.size()) return;
    connection_.script("ALTER TABLE zf_entry DROP CONSTRAINT zf_entry_pkey");
    definitions_.emplace_back("ALTER TABLE zf_entry ADD PRIMARY KEY (voucher, line)");
}

void BulkIndexes::restore() {
    for (const std::string& definition : definitions_) connection_.build_index(definition);
    definitions_.clear();
}

std::string BulkIndexes::definition_of(std::string_view index) const {
    std::string definition;
    const std::string_view
        question = connection_.kind() == StoreKind::sqlite
                       ? "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?"
                       : "SELECT pg_get_indexdef(i.oid) FROM pg_class AS i WHERE i.relname = ? AND "
                         "i.relnamespace = current_schema()::regnamespace AND "
                         "pg_has_role(i.relowner, 'USAGE')";
    connection_.run(question, {index}, [&](const Row& row) { definition = row.text(0); });
    return definition;
}

}  // namespace zf
