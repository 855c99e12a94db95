#include "set_rows.h"

#include <algorithm>

namespace zf {

std::vector<std::int64_t> SetRows::ids() const {
    std::vector<std::int64_t> ids;
    ids.reserve(rows_.size());
    for (const Each& each : rows_) ids.push_back(each.id);
    return ids;
}

std::vector<TouchedChunk> SetRows::chunks(std::string_view state) {
    std::sort(rows_.begin(), rows_.end(),
              [](const Each& left, const Each& right) { return left.id < right.id; });
    ChunkDigest digest{"zf_voucher"};
    for (const Each& each : rows_) digest.add(each.id, each.hash, state);
    return digest.finish();
}

}  // namespace zf
