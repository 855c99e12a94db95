#include "zhangfang/base/rational.h"

#include <limits>

#include "support/catch.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/message.h"

using namespace zf;

static constexpr std::int64_t max = std::numeric_limits<std::int64_t>::max();
static constexpr std::int64_t min = std::numeric_limits<std::int64_t>::min();

TEST_CASE("fractions are exact and always reduced", "[base][rational]") {
    CHECK(Rational::of(2, 6) == Rational::of(1, 3));
    CHECK(Rational::of(2, -6) == Rational::of(-1, 3));
    CHECK(Rational::of(-2, -6) == Rational::of(1, 3));
    CHECK(Rational::of(0, -6) == Rational{});
    CHECK_FALSE(Rational::of(0, -6).is_negative());
    CHECK(Rational::of(1, 3) + Rational::of(1, 6) == Rational::of(1, 2));
    CHECK(Rational::of(1, 3) - Rational::of(1, 2) == Rational::of(-1, 6));
    CHECK(Rational::of(2, 3) * Rational::of(3, 4) == Rational::of(1, 2));
    CHECK(Rational::of(2, 3) / Rational::of(-4, 3) == Rational::of(-1, 2));
    CHECK(Rational::of(1) / Rational::of(3) * Rational::of(3) == Rational::of(1));
    CHECK(-Rational::of(1, 3) == Rational::of(-1, 3));
    CHECK(-Rational{} == Rational{});
    CHECK(Rational::of(6, 3).is_whole());
    CHECK_FALSE(Rational::of(5, 3).is_whole());
}

TEST_CASE("amounts, quantities, prices and rates are fractions", "[base][rational]") {
    CHECK(Rational::of(*Money::parse("12.50")) == Rational::of(25, 2));
    CHECK(Rational::of(*Quantity::parse("0.125")) == Rational::of(1, 8));
    CHECK(Rational::of(*Price::parse("0.00000001")) == Rational::of(1, 100'000'000));
    CHECK(Rational::of(*Rate::parse("0.3%")) == Rational::of(3, 1000));
}

TEST_CASE("fractions are ordered by value", "[base][rational]") {
    CHECK(Rational::of(1, 3) < Rational::of(34, 100));
    CHECK(Rational::of(1, 3) > Rational::of(33, 100));
    CHECK(Rational::of(-1, 3) > Rational::of(-34, 100));
    CHECK(Rational::of(-1, 3) < Rational{});
    CHECK(Rational::of(1, 3) >= Rational::of(2, 6));
}

TEST_CASE("a fraction is rounded where somebody says so", "[base][rational]") {
    // 1/8 = 0.125; 1250 on the line of a hundred
    CHECK(Rational::of(1, 8).rounded(2, Rounding::half_away) == Rational::of(13, 100));
    CHECK(Rational::of(-1, 8).rounded(2, Rounding::half_away) == Rational::of(-13, 100));
    CHECK(Rational::of(1, 8).rounded(2, Rounding::half_even) == Rational::of(12, 100));
    CHECK(Rational::of(1, 8).rounded(2, Rounding::down) == Rational::of(12, 100));
    CHECK(Rational::of(-1, 8).rounded(2, Rounding::up) == Rational::of(-13, 100));
    CHECK(Rational::of(1, 8).rounded(3, Rounding::up) == Rational::of(1, 8));
    CHECK(Rational::of(1250).rounded(-2, Rounding::half_away) == Rational::of(1300));
    CHECK(Rational::of(1249).rounded(-2, Rounding::half_away) == Rational::of(1200));
    CHECK(Rational::of(5, 2).rounded(0, Rounding::half_even) == Rational::of(2));
    CHECK(Rational::of(1, 3).scaled(2, Rounding::half_away) == 33);
    CHECK(Rational::of(2, 3).scaled(0, Rounding::half_away) == 1);
    CHECK(Rational::of(max).scaled(0, Rounding::up) == max);
    CHECK(Rational::of(min).scaled(0, Rounding::up) == min);
    CHECK_THROWS_AS(Rational::of(max).scaled(1, Rounding::down), Overflow);
    CHECK_THROWS_AS((Rational::of(max) + Rational::of(1, 2)).scaled(0, Rounding::up), Overflow);
    CHECK_THROWS_AS((Rational::of(min) - Rational::of(1, 2)).scaled(0, Rounding::up), Overflow);
    CHECK_THROWS_AS(Rational{}.rounded(19, Rounding::down), ProgramFault);
    CHECK_THROWS_AS(Rational{}.scaled(-1, Rounding::down), ProgramFault);
}

TEST_CASE("a fraction holds 128 bits above and below the line, then overflows",
          "[base][rational]") {
    const Rational huge = Rational::of(max) * Rational::of(max);  // nearly 2¹²⁶
    const Rational tiny = Rational::of(1) / huge;

    CHECK(huge / Rational::of(max) == Rational::of(max));
    CHECK(huge * tiny == Rational::of(1));
    CHECK(tiny < Rational::of(1, max));
    CHECK(huge - huge == Rational{});
    CHECK(huge + huge > huge);
    // Four times is just below 2¹²⁸, five times above.
    CHECK_NOTHROW(huge * Rational::of(4));
    CHECK_THROWS_AS(huge * Rational::of(5), Overflow);
    CHECK_THROWS_AS(huge * Rational::of(3) + huge * Rational::of(2), Overflow);
    CHECK_THROWS_AS(tiny / Rational::of(5), Overflow);
    CHECK_THROWS_AS(tiny * tiny, Overflow);
    CHECK_THROWS_AS(Rational::of(1) / Rational{}, ProgramFault);
    CHECK_THROWS_AS(Rational::of(1, 0), ProgramFault);
}
