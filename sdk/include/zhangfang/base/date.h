#pragma once

#include "zhangfang/base/expected.h"
#include "zhangfang/base/export.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace zf {

struct Message;
class Month;

// A business date without time zone. It is a valid day of the calendar or was never made.
class ZF_EXPORT Date {
public:
    constexpr Date() = default;  // 1970-01-01
    Date(int year, unsigned month, unsigned day);  // throws ProgramFault for a day that does not exist
    static constexpr Date from_day(std::int32_t day) { return Date{day}; }
    static Expected<Date, Message> of(int year, unsigned month, unsigned day);

    // Reads "2008-01-31" (also with / or . between the parts).
    static Expected<Date, Message> parse(std::string_view text);

    constexpr std::int32_t day_number() const { return day_; }  // days since 1970-01-01
    int year() const;
    unsigned month_of_year() const;
    unsigned day_of_month() const;
    Month month() const;

    Date plus_days(std::int32_t days) const { return Date{day_ + days}; }
    friend constexpr std::int32_t days_between(Date from, Date to) { return to.day_ - from.day_; }
    constexpr auto operator<=>(const Date&) const = default;

    std::string iso() const;  // "2008-01-31"

private:
    explicit constexpr Date(std::int32_t day) : day_{day} {}
    std::int32_t day_ = 0;
};

}  // namespace zf
