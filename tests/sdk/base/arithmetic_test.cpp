#include "zhangfang/base/arithmetic.h"

#include <array>
#include <limits>
#include <numeric>

#include "support/catch.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/message.h"

using namespace zf;

static std::vector<std::int64_t> fen_of(const std::vector<Money>& parts) {
    std::vector<std::int64_t> fen;
    fen.reserve(parts.size());
    for (const Money part : parts) fen.push_back(part.fen());
    return fen;
}

TEST_CASE("an amount times a rate is rounded to the fen as named", "[base][arithmetic]") {
    // 0.03 × 20 % = 0.6 fen
    CHECK(multiply(Money::fen(3), Rate::percent(20), Rounding::half_away) == Money::fen(1));
    CHECK(multiply(Money::fen(3), Rate::percent(20), Rounding::down) == Money::fen(0));
    // 3,333.33 × 0.3 % = 999.999 fen
    CHECK(multiply(Money::fen(333333), Rate::ppm(3000), Rounding::half_away) == Money::yuan(10));
    // 0.25 × 10 % = 2.5 fen, on the line
    CHECK(multiply(Money::fen(25), Rate::percent(10), Rounding::half_away) == Money::fen(3));
    CHECK(multiply(Money::fen(25), Rate::percent(10), Rounding::half_even) == Money::fen(2));
    CHECK(multiply(Money::fen(-25), Rate::percent(10), Rounding::half_away) == Money::fen(-3));
}

TEST_CASE("a price times a quantity becomes money", "[base][arithmetic]") {
    // 3.25 × 12.5 = 40.625
    CHECK(multiply(*Price::parse("3.25"), *Quantity::parse("12.5"), Rounding::half_away) ==
          Money::fen(4063));
    CHECK(multiply(*Price::parse("3.25"), *Quantity::parse("12.5"), Rounding::down) ==
          Money::fen(4062));
    // 0.00000001 × 0.000001 is far below a fen and is still there for who rounds up.
    CHECK(multiply(Price::e8(1), Quantity::micro(1), Rounding::up) == Money::fen(1));
    // 1,000,000,000 kg at 90,000,000 yuan is 9 × 10¹⁶ yuan; at 93,000,000 no amount can hold it.
    const Quantity much = *Quantity::parse("1,000,000,000");
    CHECK(multiply(*Price::parse("90000000"), much, Rounding::down) ==
          Money::yuan(90'000'000'000'000'000));
    CHECK_THROWS_AS(multiply(*Price::parse("93000000"), much, Rounding::down), Overflow);
}

TEST_CASE("an amount is multiplied and divided by a count", "[base][arithmetic]") {
    // 87 persons × 12.00
    CHECK(multiply(Money::yuan(12), 87) == Money::yuan(1044));
    CHECK(multiply(Money::yuan(12), -1) == Money::yuan(-12));
    CHECK_THROWS_AS(multiply(Money::yuan(90'000'000'000'000'000), 2), Overflow);
    // 1,000.00 ÷ 87 = 11.494…; 1,000.00 ÷ 3,200 = 0.3125
    CHECK(divide(Money::yuan(1000), 87, Rounding::half_away) == Money::fen(1149));
    CHECK(divide(Money::yuan(1000), 3200, Rounding::half_away) == Money::fen(31));
    CHECK(divide(Money::yuan(-1000), 3200, Rounding::up) == Money::fen(-32));
    CHECK_THROWS_AS(divide(Money::yuan(1), 0, Rounding::half_away), ProgramFault);
}

TEST_CASE("a split adds up to the fen, the remainder going to the largest fractions",
          "[base][arithmetic]") {
    struct Case {
        std::int64_t fen;
        std::vector<std::int64_t> weights;
        std::vector<std::int64_t> parts;
    };
    const Case each = GENERATE(values<Case>({
        {10000, {1, 1, 1}, {3334, 3333, 3333}},  // ties to the earlier
        {-10000, {1, 1, 1}, {-3334, -3333, -3333}},
        {10001, {1, 1, 1}, {3334, 3334, 3333}},
        {100, {1, 2, 4}, {14, 29, 57}},  // 14.29 28.57 57.14: one fen, to 28.57
        {5, {3, 0, 3}, {3, 0, 2}},       // a weight of 0 gets nothing
        {1, {1, 1, 2}, {0, 0, 1}},       // 0.25 0.25 0.5
        {0, {1, 2}, {0, 0}},
        {777, {5}, {777}},
        {std::numeric_limits<std::int64_t>::max(),
         {std::numeric_limits<std::int64_t>::max() - 1, 1},
         {std::numeric_limits<std::int64_t>::max() - 1, 1}},
        {std::numeric_limits<std::int64_t>::min(), {1}, {std::numeric_limits<std::int64_t>::min()}},
    }));
    CAPTURE(each.fen);

    const std::vector<Money> parts = allocate(Money::fen(each.fen), each.weights);

    CHECK(fen_of(parts) == each.parts);
    CHECK(std::accumulate(parts.begin(), parts.end(), Money{}) == Money::fen(each.fen));
}

TEST_CASE("a split needs weights to go by", "[base][arithmetic]") {
    const std::array<std::int64_t, 2> none{0, 0};
    const std::array<std::int64_t, 2> negative{-1, 2};
    const std::array<std::int64_t, 2> endless{std::numeric_limits<std::int64_t>::max(), 1};

    CHECK_THROWS_AS(allocate(Money::yuan(1), none), ProgramFault);
    CHECK_THROWS_AS(allocate(Money::yuan(1), {}), ProgramFault);
    CHECK_THROWS_AS(allocate(Money::yuan(1), negative), ProgramFault);
    CHECK_THROWS_AS(allocate(Money::yuan(1), endless), Overflow);
}
