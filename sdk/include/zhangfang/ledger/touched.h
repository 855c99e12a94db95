#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zf {

// One aggregate that an action changed, as the trail binds it: content hashes in hex, "" where
// there was or is nothing.
struct TouchedRow {
    std::string table;
    std::int64_t key = 0;
    std::string before;
    std::string after;
    std::string state;

    bool operator==(const TouchedRow&) const = default;
};

// At most 10,000 rows that a set action wrote, all of one state. The digest is SHA-256 over
// u64be(key) ‖ hash (32 bytes) ‖ state (UTF-8) of every row, in key order.
struct TouchedChunk {
    std::string table;
    std::int64_t first_key = 0, last_key = 0, count = 0;
    std::string digest;
    std::string keys;  // which rows: "17-120,122"
    std::string state;

    bool operator==(const TouchedChunk&) const = default;
};

// Everything that an action of the ledger changed; commands hand it to the trail.
struct Touched {
    std::vector<TouchedRow> rows;
    std::vector<TouchedChunk> chunks;

    void add(Touched other) {
        for (TouchedRow& row : other.rows) rows.push_back(std::move(row));
        for (TouchedChunk& chunk : other.chunks) chunks.push_back(std::move(chunk));
    }
};

}  // namespace zf
