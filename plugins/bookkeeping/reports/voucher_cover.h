#pragma once

#include "domain/voucher_totals.h"
#include "reports/book_paper.h"

namespace zf::bookkeeping {

// What stands on the cover of bound vouchers (凭证封面).
struct CoverFace {
    std::string unit;
    MonthRange months;
    VoucherTotals totals;
    int volume = 1, volumes = 1;
    std::string chief, bound_by;  // 会计主管, 装订人; left blank for the pen
};

// Drawn across `width` × `height`, in 0.1 mm.
GridBlock draw_cover(const CoverFace& face, int width, int height);

}  // namespace zf::bookkeeping
