#include "store/months_asked.h"

namespace zf::bookkeeping {

Result<PeriodKey> month_asked(Reader reader, const Book& book, const std::string& month,
                              const std::string& place) {
    if (month.empty()) return PeriodStore{reader, book.id}.first_open();
    const auto period = PeriodKey::parse(month);
    if (period) return *period;
    return Problem{.code = "bk.month.unreadable", .text = period.error(), .place = {place}};
}

Result<MonthRange> months_asked(Reader reader, const Book& book, const std::string& from,
                                const std::string& to) {
    const Result<PeriodKey> first = month_asked(reader, book, from, "month");
    if (!first) return first.error();
    if (to.empty()) return MonthRange{*first, *first};
    const Result<PeriodKey> last = month_asked(reader, book, to, "to");
    if (!last) return last.error();
    if (*last < *first)
        return Problem{.code = "bk.months.order",
                       .text = {"The months end with {0}, before they begin with {1}. Nothing was "
                                "read: exchange them.",
                                {last->text(), first->text()}},
                       .place = {"to"}};
    if (last->year != first->year)
        return Problem{.code = "bk.months.two_years",
                       .text = {"{0} and {1} lie in two years, and each year has its own books. "
                                "Nothing was read: ask for one year at a time.",
                                {first->text(), last->text()}},
                       .place = {"to"}};
    return MonthRange{*first, *last};
}

int year_asked(Reader reader, const Book& book, int year) {
    return year != 0 ? year : PeriodStore{reader, book.id}.first_open().year;
}

}  // namespace zf::bookkeeping
