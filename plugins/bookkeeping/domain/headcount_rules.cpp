#include "domain/headcount_rules.h"

#include <set>

namespace zf::bookkeeping {

Problems problems_of(const std::vector<Headcount>& headcounts, Month month) {
    const int days = static_cast<int>(month.last_day().day_of_month());
    Problems found;
    std::set<std::string> categories;
    int line = 0;
    for (const Headcount& row : headcounts) {
        ++line;
        if (row.days > days)
            found.push_back(
                {.code = "bk.headcount.too_many_days",
                 .text = {"{0} has {1} days, so nobody of {2} ate on {3}. Nothing was "
                          "saved: correct the days.",
                          {month, std::int64_t{days}, row.category, std::int64_t{row.days}}},
                 .place = {"days", line}});
        if (!categories.insert(row.category).second)
            found.push_back({.code = "bk.headcount.category_twice",
                             .text = {"{0} stands twice. Nothing was saved: give each category one "
                                      "line.",
                                      {row.category}},
                             .place = {"category", line}});
    }
    return found;
}

}  // namespace zf::bookkeeping
