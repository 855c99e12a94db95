#include "domain/canteen_cost.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

TEST_CASE("person-days are persons by days, added up", "[bk][canteen_cost]") {
    // 74×31 + 1×24 + 12×31 = 2,294 + 24 + 372 = 2,690
    CHECK(person_days_of(
              {{"义务兵", 74, 31}, {"义务兵（外出学习）", 1, 24}, {"干部士官", 12, 31}}) == 2690);
    CHECK(person_days_of({}) == 0);
}

TEST_CASE("cost per person-day of January 2008", "[bk][canteen_cost]") {
    Working working;
    const CanteenCost cost = canteen_cost({.headcounts = {{"全体", 2690, 1}},
                                           .standard = Money::yuan(12),
                                           .income = Money::fen(3518177),
                                           .expenditure = Money::fen(3284900)},
                                          working);

    CHECK(cost.person_days == 2690);
    CHECK(cost.daily_cost == Money::fen(1221));    // 32,849.00 ÷ 2,690 = 12.2115…
    CHECK(cost.daily_income == Money::fen(1308));  // 35,181.77 ÷ 2,690 = 13.0787…
    CHECK(cost.allowed == Money::yuan(32280));     // 12.00 × 2,690
    CHECK(cost.over == Money::yuan(569));          // 32,849.00 − 32,280.00
    CHECK(working.steps().size() == 4);
}

TEST_CASE("a month in which nobody was counted has no cost per day", "[bk][canteen_cost]") {
    const CanteenCost cost = canteen_cost(
        {.standard = Money::yuan(12), .expenditure = Money::yuan(1)}, Working::none());

    CHECK_FALSE(cost.daily_cost.has_value());
    CHECK_FALSE(cost.over.has_value());
}

TEST_CASE("a month below its standard shows what was saved", "[bk][canteen_cost]") {
    const CanteenCost cost = canteen_cost({.headcounts = {{"义务兵", 10, 3}},
                                           .standard = Money::yuan(12),
                                           .expenditure = Money::fen(35999)},
                                          Working::none());

    CHECK(cost.over == Money::fen(-1));  // 359.99 against 360.00
}

TEST_CASE("seven days away give back seven standards", "[bk][canteen_cost]") {
    CHECK(refund_of(Money::yuan(12), 7) == Money::yuan(84));
}
