#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "zhangfang/base/expected.h"
#include "zhangfang/base/export.h"

namespace zf {

struct Message;

// A price per unit in 10⁻⁸ yuan.
class ZF_EXPORT Price {
public:
    constexpr Price() = default;
    static constexpr Price e8(std::int64_t value) { return Price{value}; }

    // Reads decimal text such as "-1,234.5"; at most 8 decimals, thousands commas only in groups of
    // three. The error is a sentence that says what is wrong with the text.
    static Expected<Price, Message> parse(std::string_view text);

    constexpr std::int64_t e8() const { return e8_; }
    constexpr bool is_zero() const { return e8_ == 0; }
    constexpr bool is_negative() const { return e8_ < 0; }

    Price operator-() const;
    friend ZF_EXPORT Price operator+(Price left, Price right);  // Both throw Overflow:
    friend ZF_EXPORT Price operator-(Price left, Price right);  // a sum never wraps.
    Price& operator+=(Price other) { return *this = *this + other; }
    Price& operator-=(Price other) { return *this = *this - other; }
    constexpr auto operator<=>(const Price&) const = default;

    // Plain decimal text as machines exchange it, without zeros at the end: "-1234.5", "1200".
    std::string text() const;

private:
    explicit constexpr Price(std::int64_t value) : e8_{value} {}
    std::int64_t e8_ = 0;
};

}  // namespace zf
