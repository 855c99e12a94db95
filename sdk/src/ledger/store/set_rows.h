#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/touched.h"
#include "zhangfang/store/connection.h"

namespace zf {

// Vouchers that a set action moves, for the trail.
class SetRows {
public:
    void add(std::int64_t id, const ContentHash& hash) { rows_.push_back({id, hash}); }
    std::int64_t count() const { return static_cast<std::int64_t>(rows_.size()); }
    // In key order, with the state they have afterwards.
    std::vector<TouchedChunk> chunks(std::string_view state);
    // Runs `update` once for each run of neighbouring ids, which are two more bounds at its end:
    // most vouchers of a month lie beside each other, and so they are found without an index.
    void update_runs(Connection& connection, std::string_view update, Bounds bounds) const;

private:
    struct Each {
        std::int64_t id;
        ContentHash hash;
    };
    std::vector<Each> rows_;  // in key order after chunks()
};

}  // namespace zf
