#include "zhangfang/ledger/period.h"

#include <fmt/format.h>

#include "zhangfang/base/text.h"

namespace zf {

namespace {

Message not_a_period(std::string_view text) {
    return {
        "“{0}” is no accounting period. Write a year and a number from 1 to 13, such as 2008-01.",
        {std::string{text}}};
}

}  // namespace

Expected<PeriodKey, Message> PeriodKey::parse(std::string_view text) {
    const std::string plain = trim(half_width(text));
    if (plain.size() == 7 && plain.ends_with("-13")) {
        const auto december = Month::parse(plain.substr(0, 4) + "-12");
        if (!december) return not_a_period(text);
        return PeriodKey{december->year(), 13};
    }
    const auto month = Month::parse(plain);
    if (!month) return not_a_period(text);
    return PeriodKey::of(*month);
}

Month PeriodKey::month() const {
    ZF_ASSERT(no >= 1 && no <= 13);
    return Month{year, static_cast<unsigned>(no == 13 ? 12 : no)};
}

Date PeriodKey::first_day() const {
    return no == 13 ? month().last_day() : month().first_day();
}

Date PeriodKey::last_day() const {
    return month().last_day();
}

PeriodKey PeriodKey::next() const {
    return no >= 12 ? PeriodKey{year + 1, 1} : PeriodKey{year, no + 1};
}

PeriodKey PeriodKey::previous() const {
    if (no == 13) return {year, 12};
    return no == 1 ? PeriodKey{year - 1, 12} : PeriodKey{year, no - 1};
}

std::string PeriodKey::text() const {
    std::string text = "0000-00";
    for (int place = 3, rest = year; place >= 0; --place, rest /= 10)
        text[static_cast<std::size_t>(place)] = static_cast<char>('0' + rest % 10);
    text[5] = static_cast<char>('0' + no / 10);
    text[6] = static_cast<char>('0' + no % 10);
    return text;
}

}  // namespace zf
