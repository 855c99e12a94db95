#include "zhangfang/base/date.h"

#include "calendar_text.h"
#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/text.h"

namespace zf {

static std::chrono::year_month_day calendar_day(std::int32_t day) {
    return std::chrono::sys_days{std::chrono::days{day}};
}

static std::optional<std::int32_t> day_number_of(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (year < 1 || year > 9999 || month > 12 || day > 31 || !date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

static Message why_not_a_day(int year, unsigned month, unsigned day, std::string text) {
    if (year < 1 || year > 9999 || day == 0) {
        return {"\"{0}\" is not a date. Type it as 2008-01-31.", {std::move(text)}};
    }
    if (month < 1 || month > 12) {
        return {"\"{0}\" is not a date: a year has the months 1 to 12.", {std::move(text)}};
    }
    const Month whole{year, month};
    return {"{0} does not exist: {1} has only {2} days.",
            {std::move(text), whole, std::int64_t{whole.last_day().day_of_month()}}};
}

Date::Date(int year, unsigned month, unsigned day) {
    const auto number = day_number_of(year, month, day);
    ZF_ASSERT(number.has_value());
    day_ = *number;
}

Expected<Date, Message> Date::of(int year, unsigned month, unsigned day) {
    if (const auto number = day_number_of(year, month, day)) return Date{*number};
    return why_not_a_day(year, month, day,
                         std::to_string(year) + "-" + padded(month, 2) + "-" + padded(day, 2));
}

Expected<Date, Message> Date::parse(std::string_view text) {
    const std::string narrow = trim(half_width(text));
    if (narrow.empty()) return Message{"The date is empty. Type it as 2008-01-31."};

    const auto parts = calendar_parts(narrow);
    if (!parts || parts->size() != 3) {
        return Message{"\"{0}\" is not a date. Type it as 2008-01-31.", {quotable(text)}};
    }
    const auto year = static_cast<int>((*parts)[0]);
    if (const auto number = day_number_of(year, (*parts)[1], (*parts)[2])) return Date{*number};
    return why_not_a_day(year, (*parts)[1], (*parts)[2], narrow);
}

int Date::year() const {
    return static_cast<int>(calendar_day(day_).year());
}

unsigned Date::month_of_year() const {
    return static_cast<unsigned>(calendar_day(day_).month());
}

unsigned Date::day_of_month() const {
    return static_cast<unsigned>(calendar_day(day_).day());
}

Month Date::month() const {
    return {year(), month_of_year()};
}

Date Date::plus_days(std::int32_t days) const {
    const std::int64_t day = std::int64_t{day_} + days;
    if (day < first_day || day > last_day) throw Overflow{};
    return Date{static_cast<std::int32_t>(day)};
}

std::string Date::iso() const {
    return padded(static_cast<unsigned>(year()), 4) + "-" + padded(month_of_year(), 2) + "-" +
           padded(day_of_month(), 2);
}

}  // namespace zf
