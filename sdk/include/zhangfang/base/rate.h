#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/expected.h"
#include "zhangfang/base/export.h"

namespace zf {

struct Message;

// A rate in millionths of one: 0.3 % is 3,000; 110 % is 1,100,000.
class ZF_EXPORT Rate {
public:
    constexpr Rate() = default;
    static constexpr Rate ppm(std::int64_t value) { return Rate{value}; }
    static constexpr Rate percent(std::int64_t value) {
        ZF_ASSERT(value >= -percent_max && value <= percent_max);
        return Rate{value * 10'000};
    }

    // Reads decimal text such as "0.003" with at most 6 decimals, or "0.3%" with at most 4.
    // The error is a sentence that says what is wrong with the text.
    static Expected<Rate, Message> parse(std::string_view text);

    constexpr std::int64_t ppm() const { return ppm_; }
    constexpr bool is_zero() const { return ppm_ == 0; }
    constexpr bool is_negative() const { return ppm_ < 0; }

    Rate operator-() const;
    friend ZF_EXPORT Rate operator+(Rate left, Rate right);  // Both throw Overflow:
    friend ZF_EXPORT Rate operator-(Rate left, Rate right);  // a sum never wraps.
    Rate& operator+=(Rate other) { return *this = *this + other; }
    Rate& operator-=(Rate other) { return *this = *this - other; }
    constexpr auto operator<=>(const Rate&) const = default;

    // Plain decimal text as machines exchange it, without zeros at the end: "-1234.5", "1200".
    std::string text() const;

private:
    explicit constexpr Rate(std::int64_t value) : ppm_{value} {}
    static constexpr std::int64_t percent_max = 922'337'203'685'477;
    std::int64_t ppm_ = 0;
};

}  // namespace zf
