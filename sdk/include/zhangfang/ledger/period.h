#pragma once

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "zhangfang/base/month.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

// An accounting period: (year, no), no 1–12 are the calendar months, 13 is the year end (年结) of
// December's last day, open from the close of 12 until the year is sealed, for year_carry and
// year-end transfers only; its vouchers continue December's numbers. 0 stands for the year's
// opening in balances and is never a voucher's period.
struct ZF_EXPORT PeriodKey {
    int year = 0;
    int no = 0;

    static PeriodKey of(Month month) { return {month.year(), static_cast<int>(month.number())}; }
    static Expected<PeriodKey, Message> parse(std::string_view text);  // "2008-01", "2008-13"

    Month month() const;     // of 13: December
    Date first_day() const;  // of 13: 31 December
    Date last_day() const;
    PeriodKey next() const;  // 12 → 1 of the next year; 13 likewise
    PeriodKey previous() const;
    std::string text() const;  // "2008-01"
    constexpr auto operator<=>(const PeriodKey&) const = default;
};

enum class PeriodState { open, frozen, closed };
template <>
struct EnumNames<PeriodState> {
    static constexpr std::array names{
        EnumName<PeriodState>{PeriodState::open, "open", "Open"},
        EnumName<PeriodState>{PeriodState::frozen, "frozen", "Frozen"},
        EnumName<PeriodState>{PeriodState::closed, "closed", "Closed"},
    };
};

struct Period {
    PeriodKey key;
    PeriodState state = PeriodState::open;
    std::string closed_at;
    std::int64_t closed_by = 0;
    std::string close_hash;  // hex SHA-256(previous ‖ content hashes of the period's posted
                             // vouchers in order)
};

}  // namespace zf
