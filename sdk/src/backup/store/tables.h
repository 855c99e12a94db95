#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "zhangfang/crypto/crypto.h"
#include "zhangfang/store/connection.h"

// A workspace's tables as a backup knows them: names, columns and rows, without what differs
// between the stores.
namespace zf::backup_tables {

enum class ColumnType { integer, text, bytes };

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    int key_position = 0;      // in the primary key, from 1; 0: not part of it
    bool is_identity = false;  // numbered by the store
};

struct Table {
    std::string name;
    std::vector<Column> columns;
};

// What a table held: rows, and SHA-256 over its rows in key order.
struct Content {
    std::int64_t rows = 0;
    std::string digest;  // hex

    bool operator==(const Content&) const = default;
};

using Ticked = std::function<void(std::int64_t rows)>;

// All tables but the record of migrations, in an order in which rows can be put back (what is
// referred to comes first).
std::vector<Table> tables_of(Connection& connection);

// Copies every row of `table` into a new table of the neutral database and answers what it held.
Content copy_out(Connection& from, Connection& neutral, const Table& table, const Ticked& tick);

// Puts the rows back into an empty table of a new workspace.
std::int64_t copy_in(Connection& neutral, Connection& to, const Table& table, const Ticked& tick);

// The few rows that a new workspace has from its migrations take the values of the backup; the head
// of the trail, for one, may only advance.
bool has_rows(Connection& connection, const Table& table);
void replace_rows(Connection& neutral, Connection& to, const Table& table);

// Takes the id from a workspace that is being filled, until it gets that of the backup with all its
// rows: one whose filling was cut off opens as no workspace.
void take_identity(Connection& connection);

// Reads the table again: what it holds now.
Content content_of(Connection& connection, const Table& table, const Ticked& tick);

// PostgreSQL numbers new rows after the highest id that was put back.
void continue_numbering(Connection& to, const Table& table);

}  // namespace zf::backup_tables
