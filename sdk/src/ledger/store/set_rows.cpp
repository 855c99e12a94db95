#include "set_rows.h"

#include <algorithm>

namespace zf {

std::vector<TouchedChunk> SetRows::chunks(std::string_view state) {
    std::sort(rows_.begin(), rows_.end(),
              [](const Each& left, const Each& right) { return left.id < right.id; });
    ChunkDigest digest{"zf_voucher"};
    for (const Each& each : rows_) digest.add(each.id, each.hash, state);
    return digest.finish();
}

void SetRows::update_runs(Connection& connection, std::string_view update, Bounds bounds) const {
    const std::size_t place = bounds.size();
    bounds.resize(place + 2, Bound{Null{}});
    for (std::size_t first = 0, last = 0; first < rows_.size(); first = last + 1) {
        last = first;
        while (last + 1 < rows_.size() && rows_[last + 1].id == rows_[last].id + 1) ++last;
        bounds[place] = rows_[first].id;
        bounds[place + 1] = rows_[last].id;
        connection.run(update, bounds);
    }
}

}  // namespace zf
