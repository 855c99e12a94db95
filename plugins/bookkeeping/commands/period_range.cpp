#include "commands/period_range.h"

#include "store/months_asked.h"

namespace zf::bookkeeping {

Result<PeriodRange> range_of(Reader reader, const Book& book, const std::string& from,
                             const std::string& to) {
    const auto months = months_asked(reader, book, from, to);
    if (!months) return months.error();
    return PeriodRange{months->from, months->to};
}

}  // namespace zf::bookkeeping
