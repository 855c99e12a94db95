#include "zhangfang/base/rounding.h"

#include <limits>

#include "support/catch.h"
#include "zhangfang/base/assert.h"

using namespace zf;

static constexpr std::int64_t max = std::numeric_limits<std::int64_t>::max();
static constexpr std::int64_t min = std::numeric_limits<std::int64_t>::min();

TEST_CASE("a quotient is rounded as the caller names it, red amounts by their absolute value",
          "[base][rounding]") {
    struct Case {
        std::int64_t tenths;  // divided by 10
        std::int64_t half_away, half_even, down, up;
    };
    const Case each = GENERATE(values<Case>({
        {20, 2, 2, 2, 2},
        {21, 2, 2, 2, 3},
        {24, 2, 2, 2, 3},
        {25, 3, 2, 2, 3},
        {26, 3, 3, 2, 3},
        {35, 4, 4, 3, 4},
        {4, 0, 0, 0, 1},
        {5, 1, 0, 0, 1},
        {0, 0, 0, 0, 0},
    }));
    CAPTURE(each.tenths);

    CHECK(multiply_divide(each.tenths, 1, 10, Rounding::half_away) == each.half_away);
    CHECK(multiply_divide(each.tenths, 1, 10, Rounding::half_even) == each.half_even);
    CHECK(multiply_divide(each.tenths, 1, 10, Rounding::down) == each.down);
    CHECK(multiply_divide(each.tenths, 1, 10, Rounding::up) == each.up);
    for (const Rounding rounding :
         {Rounding::half_away, Rounding::half_even, Rounding::down, Rounding::up}) {
        const std::int64_t black = multiply_divide(each.tenths, 1, 10, rounding);
        CHECK(multiply_divide(-each.tenths, 1, 10, rounding) == -black);
        CHECK(multiply_divide(each.tenths, -1, 10, rounding) == -black);
        CHECK(multiply_divide(each.tenths, 1, -10, rounding) == -black);
        CHECK(multiply_divide(-each.tenths, -1, 10, rounding) == black);
    }
}

TEST_CASE("the middle product has 128 bits", "[base][rounding]") {
    CHECK(multiply_divide(max, max, max, Rounding::half_away) == max);
    CHECK(multiply_divide(min, min, min, Rounding::half_away) == min);
    CHECK(multiply_divide(min, max, max, Rounding::half_away) == min);
    CHECK(multiply_divide(max, 1, min, Rounding::half_away) == -1);  // 1 − 1/2⁶³ is nearly 1
    CHECK(multiply_divide(max, 1, min, Rounding::down) == 0);
    // 9,223,372,036,854,775,807 × 3 ÷ 4 = 6,917,529,027,641,081,855.25
    CHECK(multiply_divide(max, 3, 4, Rounding::half_away) == 6'917'529'027'641'081'855);
    CHECK(multiply_divide(max, 3, 4, Rounding::up) == 6'917'529'027'641'081'856);
}

TEST_CASE("a result outside 64 bits is an overflow and nothing else", "[base][rounding]") {
    CHECK(multiply_divide(min, 1, 1, Rounding::down) == min);
    CHECK_THROWS_AS(multiply_divide(min, -1, 1, Rounding::down), Overflow);
    CHECK_THROWS_AS(multiply_divide(max, 2, 1, Rounding::down), Overflow);
    CHECK_THROWS_AS(multiply_divide(max, max, 1, Rounding::down), Overflow);
    // 3 × 6,148,914,691,236,517,205 = 2⁶⁴ − 1, and half of it lies between 2⁶³ − 1 and 2⁶³.
    CHECK(multiply_divide(3, 6'148'914'691'236'517'205, 2, Rounding::down) == max);
    CHECK_THROWS_AS(multiply_divide(3, 6'148'914'691'236'517'205, 2, Rounding::up), Overflow);
    CHECK(multiply_divide(-3, 6'148'914'691'236'517'205, 2, Rounding::up) == min);
    CHECK_THROWS_AS(multiply_divide(1, 1, 0, Rounding::down), ProgramFault);
}

TEST_CASE("sums of whole numbers are exact up to both ends", "[base][rounding]") {
    CHECK(add_exact(max - 1, 1) == max);
    CHECK(add_exact(min, max) == -1);
    CHECK_THROWS_AS(add_exact(max, 1), Overflow);
    CHECK_THROWS_AS(add_exact(min, -1), Overflow);
    CHECK(subtract_exact(-1, max) == min);
    CHECK(subtract_exact(-1, min) == max);
    CHECK_THROWS_AS(subtract_exact(0, min), Overflow);
    CHECK_THROWS_AS(subtract_exact(min, 1), Overflow);
    CHECK_THROWS_AS(subtract_exact(max, -1), Overflow);
}
