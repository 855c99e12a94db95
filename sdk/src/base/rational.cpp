#include "zhangfang/base/rational.h"

#include <boost/multiprecision/cpp_int.hpp>

#include "wide_product.h"

namespace zf {

namespace {

// Products of two 128-bit parts fit, and the sum of two such products.
using Wide = boost::multiprecision::int256_t;

Wide power_of_ten(int exponent) {
    ZF_ASSERT(exponent >= 0 && exponent <= 18);
    std::uint64_t power = 1;
    for (int step = 0; step < exponent; ++step) power *= 10;
    return power;
}

}  // namespace

// The parts as wide integers, the sign on the numerator; private to this file.
struct RationalParts {
    Wide numerator;
    Wide denominator;

    static Wide wide(const Rational::Magnitude& words) { return (Wide{words[1]} << 64) + words[0]; }
    static Rational::Magnitude narrow(const Wide& value) {
        const Wide word_max = std::numeric_limits<std::uint64_t>::max();
        if ((value >> 64) > word_max) throw Overflow{};
        return {static_cast<std::uint64_t>(value & word_max),
                static_cast<std::uint64_t>(value >> 64)};
    }
    static RationalParts of(const Rational& value) {
        const Wide numerator = wide(value.numerator_);
        return {value.negative_ ? Wide{-numerator} : numerator, wide(value.denominator_)};
    }
    Rational reduced() const {
        ZF_ASSERT(denominator != 0);
        const Wide size = abs(numerator);
        const Wide divisor = gcd(size, denominator);  // Of 0/d it is d, which leaves 0/1.
        const Wide whole_denominator = abs(denominator) / divisor;

        Rational result;
        result.negative_ = numerator != 0 && (numerator < 0) != (denominator < 0);
        result.numerator_ = narrow(size / divisor);
        result.denominator_ = narrow(whole_denominator);
        return result;
    }
    // The nearest whole number as the rounding has it.
    Wide whole(Rounding rounding) const {
        const Wide size = abs(numerator);
        Wide result = size / denominator;
        const bool odd = result % 2 != 0;
        if (rounds_up(odd, Wide{size % denominator}, denominator, rounding)) ++result;
        return numerator < 0 ? Wide{-result} : result;
    }
};

Rational Rational::of(std::int64_t numerator, std::int64_t denominator) {
    return RationalParts{numerator, denominator}.reduced();
}

Rational Rational::rounded(int decimals, Rounding rounding) const {
    RationalParts parts = RationalParts::of(*this);
    const Wide scale = power_of_ten(decimals < 0 ? -decimals : decimals);
    if (decimals < 0) {
        parts.denominator *= scale;
        return RationalParts{parts.whole(rounding) * scale, 1}.reduced();
    }
    parts.numerator *= scale;
    return RationalParts{parts.whole(rounding), scale}.reduced();
}

std::int64_t Rational::scaled(int decimals, Rounding rounding) const {
    RationalParts parts = RationalParts::of(*this);
    parts.numerator *= power_of_ten(decimals);
    const Wide result = parts.whole(rounding);
    if (result > std::numeric_limits<std::int64_t>::max()) throw Overflow{};
    if (result < std::numeric_limits<std::int64_t>::min()) throw Overflow{};
    return static_cast<std::int64_t>(result);
}

Rational Rational::operator-() const {
    Rational result = *this;
    result.negative_ = !negative_ && !is_zero();
    return result;
}

Rational operator+(const Rational& left, const Rational& right) {
    const auto one = RationalParts::of(left);
    const auto other = RationalParts::of(right);
    return RationalParts{one.numerator * other.denominator + other.numerator * one.denominator,
                         one.denominator * other.denominator}
        .reduced();
}

Rational operator-(const Rational& left, const Rational& right) {
    return left + -right;
}

Rational operator*(const Rational& left, const Rational& right) {
    const auto one = RationalParts::of(left);
    const auto other = RationalParts::of(right);
    return RationalParts{one.numerator * other.numerator, one.denominator * other.denominator}
        .reduced();
}

Rational operator/(const Rational& left, const Rational& right) {
    const auto one = RationalParts::of(left);
    const auto other = RationalParts::of(right);
    return RationalParts{one.numerator * other.denominator, one.denominator * other.numerator}
        .reduced();
}

std::strong_ordering operator<=>(const Rational& left, const Rational& right) {
    const auto one = RationalParts::of(left);
    const auto other = RationalParts::of(right);
    const Wide first = one.numerator * other.denominator;
    const Wide second = other.numerator * one.denominator;
    if (first == second) return std::strong_ordering::equal;
    return first < second ? std::strong_ordering::less : std::strong_ordering::greater;
}

Quotient divide_product(std::uint64_t left, std::uint64_t right, std::uint64_t divisor) {
    using Product = boost::multiprecision::uint128_t;
    ZF_ASSERT(divisor != 0);

    const Product product = Product{left} * right;
    const Product whole = product / divisor;
    if (whole > std::numeric_limits<std::uint64_t>::max()) throw Overflow{};
    return {.whole = static_cast<std::uint64_t>(whole),
            .remainder = static_cast<std::uint64_t>(product % divisor)};
}

}  // namespace zf
