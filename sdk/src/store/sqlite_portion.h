#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "sql_text.h"
#include "zhangfang/store/connection.h"

namespace zf {

// Rows that wait to be inserted, with copies of their texts and bytes.
class SqlitePortion {
public:
    static constexpr std::size_t rows_max = 16;
    void add(const std::vector<Bound>& row) {
        for (const Bound& bound : row) add(bound.content());
        ++rows_;
    }
    std::size_t rows() const { return rows_; }
    std::size_t size() const { return cells_.size(); }
    void clear() {
        cells_.clear();
        bytes_.clear();
        rows_ = 0;
    }
    int bind(sqlite3_stmt* statement, int place, std::size_t cell) const {
        const Cell& each = cells_[cell];
        switch (each.kind) {
            case Kind::number: return sqlite3_bind_int64(statement, place, each.number);
            case Kind::text:
                return sqlite3_bind_text64(statement, place, bytes_.data() + each.number, each.size,
                                           SQLITE_STATIC, SQLITE_UTF8);
            case Kind::bytes:
                return sqlite3_bind_blob64(statement, place, bytes_.data() + each.number, each.size,
                                           SQLITE_STATIC);
            default: return sqlite3_bind_null(statement, place);
        }
    }

private:
    enum class Kind { null, number, text, bytes };
    struct Cell {
        Kind kind;
        std::int64_t number;  // of text and bytes: where they begin
        std::size_t size;
    };
    void add(const Bound::Content& content) {
        const auto start = static_cast<std::int64_t>(bytes_.size());
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            cells_.push_back({Kind::number, *number, 0});
        } else if (const auto* text = std::get_if<std::string_view>(&content)) {
            refuse_bad_text(*text);
            bytes_ += *text;
            cells_.push_back({Kind::text, start, text->size()});
        } else if (const auto* bytes = std::get_if<BytesView>(&content)) {
            bytes_.append(reinterpret_cast<const char*>(bytes->data()), bytes->size());
            cells_.push_back({Kind::bytes, start, bytes->size()});
        } else {
            cells_.push_back({Kind::null, 0, 0});
        }
    }
    std::vector<Cell> cells_;
    std::string bytes_;
    std::size_t rows_ = 0;
};

}  // namespace zf
