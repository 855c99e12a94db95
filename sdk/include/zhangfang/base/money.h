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

// An exact sum in minor units of its currency (fen, 0.01 yuan). Never converted to or from floating
// point.
class ZF_EXPORT Money {
public:
    constexpr Money() = default;
    static constexpr Money fen(std::int64_t value) { return Money{value}; }
    static constexpr Money yuan(std::int64_t value) {
        ZF_ASSERT(value >= -yuan_max && value <= yuan_max);
        return Money{value * 100};
    }

    // Reads decimal text such as "-1,234.5"; at most 2 decimals, thousands commas only in groups of
    // three. The error is a sentence that says what is wrong with the text.
    static Expected<Money, Message> parse(std::string_view text);

    constexpr std::int64_t fen() const { return fen_; }
    constexpr bool is_zero() const { return fen_ == 0; }
    constexpr bool is_negative() const { return fen_ < 0; }

    Money operator-() const;
    friend ZF_EXPORT Money operator+(Money left, Money right);  // Both throw Overflow:
    friend ZF_EXPORT Money operator-(Money left, Money right);  // a sum never wraps.
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }
    constexpr auto operator<=>(const Money&) const = default;

    // Plain decimal text as machines exchange it: "-1234.50".
    std::string text() const;

private:
    explicit constexpr Money(std::int64_t value) : fen_{value} {}
    static constexpr std::int64_t yuan_max = 92'233'720'368'547'758;
    std::int64_t fen_ = 0;
};

}  // namespace zf
