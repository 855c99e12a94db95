#include "backup/store/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "zhangfang/base/assert.h"
#include "zhangfang/store/transaction.h"

namespace zf::backup_tables {
namespace {

constexpr std::int64_t rows_a_tick = 10'000;

ColumnType type_of(std::string_view declared) {
    if (declared == "BIGINT" || declared == "INTEGER" || declared == "SMALLINT" ||
        declared == "bigint" || declared == "integer" || declared == "smallint" ||
        declared == "INT")
        return ColumnType::integer;
    if (declared == "BLOB" || declared == "bytea" || declared == "BYTEA") return ColumnType::bytes;
    return ColumnType::text;
}

std::vector<std::string> names_in(Connection& connection) {
    std::vector<std::string> names;
    const char* sql = connection.kind() == StoreKind::sqlite
                          ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                            "'sqlite_%' ORDER BY name"
                          : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = "
                            "current_schema() ORDER BY tablename";
    connection.run(sql, {}, [&](const Row& row) { names.emplace_back(row.text(0)); });
    std::erase(names, "zf_migration");
    return names;
}

std::vector<Column> sqlite_columns(Connection& connection, const std::string& table) {
    std::vector<Column> columns;
    connection.run("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", {table},
                   [&](const Row& row) {
                       columns.push_back({.name = std::string{row.text(0)},
                                          .type = type_of(row.text(1)),
                                          .key_position = static_cast<int>(row.integer(2))});
                   });
    return columns;
}

std::vector<Column> postgresql_columns(Connection& connection, const std::string& table) {
    std::vector<Column> columns;
    connection.run(
        "SELECT CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT), "
        "CAST(coalesce(k.ordinal_position, 0) AS BIGINT),"
        " CASE WHEN c.is_identity = 'YES' THEN 1 ELSE 0 END"
        " FROM information_schema.columns c"
        " LEFT JOIN information_schema.table_constraints t ON t.table_schema = c.table_schema"
        " AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'"
        " LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = "
        "t.constraint_schema"
        " AND k.constraint_name = t.constraint_name AND k.table_name = c.table_name AND "
        "k.column_name = c.column_name"
        " WHERE c.table_schema = current_schema() AND c.table_name = ? ORDER BY c.ordinal_position",
        {table}, [&](const Row& row) {
            columns.push_back({.name = std::string{row.text(0)},
                               .type = type_of(row.text(1)),
                               .key_position = static_cast<int>(row.integer(2)),
                               .is_identity = row.integer(3) == 1});
        });
    return columns;
}

std::vector<std::pair<std::string, std::string>>
references_in(Connection& connection, const std::vector<std::string>& names) {
    std::vector<std::pair<std::string, std::string>> references;  // (table, what it refers to)
    if (connection.kind() == StoreKind::sqlite) {
        for (const std::string& name : names)
            connection.run("SELECT \"table\" FROM pragma_foreign_key_list(?)", {name},
                           [&](const Row& row) { references.emplace_back(name, row.text(0)); });
        return references;
    }
    connection.run("SELECT CAST(r.relname AS TEXT), CAST(f.relname AS TEXT) FROM pg_constraint c"
                   " JOIN pg_class r ON r.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid"
                   " JOIN pg_namespace n ON n.oid = r.relnamespace WHERE c.contype = 'f' AND "
                   "n.nspname = current_schema()",
                   {}, [&](const Row& row) { references.emplace_back(row.text(0), row.text(1)); });
    return references;
}

std::vector<std::string>
in_order(const std::vector<std::string>& names,
         const std::vector<std::pair<std::string, std::string>>& references) {
    std::vector<std::string> ordered;
    std::set<std::string> placed, left{names.begin(), names.end()};
    while (!left.empty()) {
        const auto ready = std::find_if(left.begin(), left.end(), [&](const std::string& name) {
            return std::all_of(references.begin(), references.end(), [&](const auto& reference) {
                return reference.first != name || reference.second == name ||
                       placed.contains(reference.second);
            });
        });
        ZF_ASSERT(ready != left.end());  // tables never refer to each other in a circle
        placed.insert(*ready);
        ordered.push_back(*ready);
        left.erase(ready);
    }
    return ordered;
}

std::string quoted(const std::string& name) {
    return '"' + name + '"';
}

std::string column_list(const Table& table) {
    std::string list;
    for (const Column& column : table.columns)
        list += (list.empty() ? "" : ", ") + quoted(column.name);
    return list;
}

std::string in_key_order(const Table& table) {
    std::map<int, std::string> keys;
    for (const Column& column : table.columns)
        if (column.key_position > 0) keys[column.key_position] = quoted(column.name);
    std::string order;
    for (const auto& [position, name] : keys) order += (order.empty() ? " ORDER BY " : ", ") + name;
    return order;
}

std::string select_all(const Table& table) {
    return "SELECT " + column_list(table) + " FROM " + quoted(table.name) + in_key_order(table);
}

// Owns the values of one row while they are bound elsewhere.
class HeldRow {
public:
    explicit HeldRow(const Table& table)
        : table_{table},
          texts_(table.columns.size()),
          bytes_(table.columns.size()) {}

    void take(const Row& row, std::vector<Bound>& bounds) {
        bounds.clear();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const int column = static_cast<int>(i);
            if (row.is_null(column)) {
                bounds.emplace_back(Null{});
                continue;
            }
            switch (table_.columns[i].type) {
                case ColumnType::integer: bounds.emplace_back(row.integer(column)); break;
                case ColumnType::text:
                    texts_[i] = row.text(column);
                    bounds.emplace_back(texts_[i]);
                    break;
                case ColumnType::bytes: {
                    const BytesView view = row.bytes(column);
                    bytes_[i].assign(view.begin(), view.end());
                    bounds.emplace_back(bytes_[i]);
                    break;
                }
            }
        }
    }

private:
    const Table& table_;
    std::vector<std::string> texts_;
    std::vector<Bytes> bytes_;
};

// Each value with its kind and length in front, so that no two different rows spell the same bytes.
class RowDigest {
public:
    void add(const std::vector<Bound>& bounds) {
        buffer_.clear();
        for (const Bound& bound : bounds)
            std::visit([this](const auto& value) { put(value); }, bound.content());
        digest_.add(buffer_);
    }
    std::string finish() { return crypto::hex(digest_.finish()); }

private:
    void put(Null) { buffer_ += 'n'; }
    void put(std::int64_t value) { buffer_ += 'i' + std::to_string(value) + ';'; }
    void put(std::string_view value) {
        buffer_ += 't' + std::to_string(value.size()) + ':';
        buffer_ += value;
    }
    void put(BytesView value) {
        buffer_ += 'b' + std::to_string(value.size()) + ':';
        buffer_.append(reinterpret_cast<const char*>(value.data()), value.size());
    }

    crypto::Sha256 digest_;
    std::string buffer_;
};

std::vector<std::string> column_names(const Table& table) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    return names;
}

// Streams the rows of a table into another, or only past `seen`.
std::int64_t stream_rows(Connection& from, const Table& table, const Ticked& tick,
                         const std::function<void(const std::vector<Bound>&)>& seen,
                         Connection* to) {
    auto stream = from.stream(select_all(table));
    HeldRow held{table};
    std::int64_t rows = 0;
    const auto next = [&](std::vector<Bound>& bounds) {
        const Row* row = stream->next();
        if (row == nullptr) return false;
        held.take(*row, bounds);
        if (seen) seen(bounds);
        if (++rows % rows_a_tick == 0 && tick) tick(rows_a_tick);
        return true;
    };
    if (to != nullptr) {
        to->bulk_insert(table.name, column_names(table), next);
    } else {
        std::vector<Bound> bounds;
        while (next(bounds)) continue;
    }
    if (tick) tick(rows % rows_a_tick);
    return rows;
}

}  // namespace

std::vector<Table> tables_of(Connection& connection) {
    const auto names = names_in(connection);
    std::vector<Table> tables;
    for (const std::string& name : in_order(names, references_in(connection, names)))
        tables.push_back({name, connection.kind() == StoreKind::sqlite
                                    ? sqlite_columns(connection, name)
                                    : postgresql_columns(connection, name)});
    return tables;
}

Content copy_out(Connection& from, Connection& neutral, const Table& table, const Ticked& tick) {
    std::string columns;
    for (const Column& column : table.columns) {
        static constexpr std::array types{"INTEGER", "TEXT", "BLOB"};
        columns += (columns.empty() ? "" : ", ") + quoted(column.name) + " " +
                   types[static_cast<std::size_t>(column.type)];
    }
    neutral.script("CREATE TABLE " + quoted(table.name) + " (" + columns + ")");
    RowDigest digest;
    const std::int64_t rows = stream_rows(
        from, table, tick, [&](const std::vector<Bound>& bounds) { digest.add(bounds); }, &neutral);
    return {rows, digest.finish()};
}

void replace_rows(Connection& neutral, Connection& to, const Table& table) {
    std::string marks, keys, changes;
    for (const Column& column : table.columns) {
        marks += marks.empty() ? "?" : ", ?";
        if (column.key_position > 0)
            keys += (keys.empty() ? "" : ", ") + quoted(column.name);
        else
            changes += (changes.empty() ? "" : ", ") + quoted(column.name) + " = excluded." +
                       quoted(column.name);
    }
    const std::string sql = "INSERT INTO " + quoted(table.name) + " (" + column_list(table) +
                            ") VALUES (" + marks + ") ON CONFLICT (" + keys + ") DO UPDATE SET " +
                            changes;
    stream_rows(
        neutral, table, {}, [&](const std::vector<Bound>& bounds) { to.run(sql, bounds); },
        nullptr);
}

bool has_rows(Connection& connection, const Table& table) {
    return connection.run("SELECT 1 FROM " + quoted(table.name) + " LIMIT 1", {},
                          [](const Row&) {}) > 0;
}

std::int64_t copy_in(Connection& neutral, Connection& to, const Table& table, const Ticked& tick) {
    return stream_rows(neutral, table, tick, {}, &to);
}

void take_identity(Connection& connection) {
    Transaction transaction{connection};
    connection.run("DELETE FROM zf_workspace");
    transaction.commit();
}

Content content_of(Connection& connection, const Table& table, const Ticked& tick) {
    RowDigest digest;
    const std::int64_t rows = stream_rows(
        connection, table, tick, [&](const std::vector<Bound>& bounds) { digest.add(bounds); },
        nullptr);
    return {rows, digest.finish()};
}

void continue_numbering(Connection& to, const Table& table) {
    if (to.kind() != StoreKind::postgresql) return;
    for (const Column& column : table.columns)
        if (column.is_identity)
            to.run("SELECT setval(pg_get_serial_sequence(?, ?), coalesce(max(" +
                       quoted(column.name) + "), 0) + 1, false) FROM " + quoted(table.name),
                   {quoted(table.name), column.name}, [](const Row&) {});
}

}  // namespace zf::backup_tables
