#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "zhangfang/base/expected.h"
#include "zhangfang/base/export.h"

namespace zf {

struct Message;

// An exact quantity in millionths of its unit of measure.
class ZF_EXPORT Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity micro(std::int64_t value) { return Quantity{value}; }

    // Reads decimal text such as "-1,234.5"; at most 6 decimals, thousands commas only in groups of
    // three. The error is a sentence that says what is wrong with the text.
    static Expected<Quantity, Message> parse(std::string_view text);

    constexpr std::int64_t micro() const { return micro_; }
    constexpr bool is_zero() const { return micro_ == 0; }
    constexpr bool is_negative() const { return micro_ < 0; }

    Quantity operator-() const;
    friend ZF_EXPORT Quantity operator+(Quantity left, Quantity right);  // Both throw Overflow:
    friend ZF_EXPORT Quantity operator-(Quantity left, Quantity right);  // a sum never wraps.
    Quantity& operator+=(Quantity other) { return *this = *this + other; }
    Quantity& operator-=(Quantity other) { return *this = *this - other; }
    constexpr auto operator<=>(const Quantity&) const = default;

    // Plain decimal text as machines exchange it, without zeros at the end: "-1234.5", "1200".
    std::string text() const;

private:
    explicit constexpr Quantity(std::int64_t value) : micro_{value} {}
    std::int64_t micro_ = 0;
};

}  // namespace zf
