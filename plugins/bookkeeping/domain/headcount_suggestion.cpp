#include "domain/headcount_suggestion.h"

namespace zf::bookkeeping {

std::vector<Headcount> suggested_for(PeriodKey month, const std::vector<Headcount>& before) {
    std::vector<Headcount> suggested = before;
    for (Headcount& row : suggested) row.days = static_cast<int>(month.last_day().day_of_month());
    return suggested;
}

}  // namespace zf::bookkeeping
