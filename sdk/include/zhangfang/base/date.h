#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/expected.h"
#include "zhangfang/base/export.h"

namespace zf {

struct Message;
class Month;

// A business date without time zone. It is a valid day of the years 1 to 9999 or was never made.
class ZF_EXPORT Date {
public:
    constexpr Date() = default;  // 1970-01-01
    // For days written in the program: throws ProgramFault for one that does not exist.
    Date(int year, unsigned month, unsigned day);
    static constexpr Date from_day(std::int32_t day) {
        ZF_ASSERT(day >= first_day && day <= last_day);
        return Date{day};
    }
    static Expected<Date, Message> of(int year, unsigned month, unsigned day);

    // Reads "2008-01-31", also with / or . between the parts and without the zeros: "2008/1/31".
    static Expected<Date, Message> parse(std::string_view text);

    constexpr std::int32_t day_number() const { return day_; }  // days since 1970-01-01
    int year() const;
    unsigned month_of_year() const;
    unsigned day_of_month() const;
    Month month() const;

    Date plus_days(std::int32_t days) const;  // throws Overflow outside the years 1 to 9999
    friend constexpr std::int32_t days_between(Date from, Date to) { return to.day_ - from.day_; }
    constexpr auto operator<=>(const Date&) const = default;

    std::string iso() const;  // "2008-01-31"

private:
    explicit constexpr Date(std::int32_t day) : day_{day} {}
    static constexpr std::int32_t first_day = -719'162;  // 0001-01-01
    static constexpr std::int32_t last_day = 2'932'896;  // 9999-12-31
    std::int32_t day_ = 0;
};

}  // namespace zf
