#pragma once

#include <vector>

#include "zhangfang/base/export.h"

namespace zf::reports {

// What a column asks for: its share of the paper, and the least with which it can be read.
struct WidthWish {
    int wish = 0;
    int least = 0;
};

// Shares `available` out in proportion to the wishes, so that no column gets less than its least;
// where even those do not fit, in proportion to them. The parts add up to `available` exactly.
ZF_EXPORT std::vector<int> shared_widths(const std::vector<WidthWish>& wishes, int available);

}  // namespace zf::reports
