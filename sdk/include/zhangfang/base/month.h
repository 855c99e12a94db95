#pragma once

#include "zhangfang/base/date.h"

namespace zf {

// A calendar month of the years 1 to 9999, valid or never made. An accounting period is a PeriodKey
// (sdk/ledger), not a Month.
class ZF_EXPORT Month {
public:
    constexpr Month() = default;      // 1970-01
    Month(int year, unsigned month);  // throws ProgramFault for a month outside 1…12
    static Expected<Month, Message> parse(std::string_view text);  // "2008-01", "2008/1"

    int year() const;
    unsigned number() const;  // 1…12
    Date first_day() const;
    Date last_day() const;
    Month plus_months(int months) const;  // throws Overflow outside the years 1 to 9999
    constexpr auto operator<=>(const Month&) const = default;

    std::string iso() const;  // "2008-01"

private:
    explicit constexpr Month(std::int32_t index) : index_{index} {}
    std::int32_t index_ = 1970 * 12;  // year × 12 + month − 1
};

}  // namespace zf
