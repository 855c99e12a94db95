#include "commands/period_range.h"

namespace zf::bookkeeping {

Result<PeriodRange> range_of(Reader reader, const Book& book, const std::string& from,
                             const std::string& to) {
    const auto first = period_of(reader, book, from);
    if (!first) return first.error();
    if (to.empty()) return PeriodRange{*first, *first};
    const auto last = period_of(reader, book, to);
    if (!last) return last.error();
    if (first->year != last->year || *last < *first)
        return Problem{.code = "bk.month.range",
                       .text = {"{0} to {1} is no range of months of one year. Give both in order.",
                                {first->text(), last->text()}},
                       .place = {"to"}};
    return PeriodRange{*first, *last};
}

}  // namespace zf::bookkeeping
