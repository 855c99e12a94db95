#include "domain/canteen_opening.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

namespace {

AccountBalance row(const char* code, AccountFeature feature, std::int64_t closing_fen) {
    return {.account = {.code = code, .feature = feature}, .closing = Amount::minor(closing_fen)};
}
std::vector<AccountBalance> opening(std::int64_t mess_fee_fen, std::int64_t subsidy_fen) {
    return {row("101", AccountFeature::cash, 123560), row("102", AccountFeature::bank, 1876440),
            row("401", AccountFeature::general, -mess_fee_fen),
            row("402", AccountFeature::general, -subsidy_fen)};
}

}  // namespace

TEST_CASE("cash and bank must make the mess fee", "[bk][canteen_opening]") {
    // 1,235.60 + 18,764.40 = 20,000.00
    CHECK(problems_of_canteen_opening(opening(2000000, 0)).empty());
    CHECK(problems_of_canteen_opening(opening(1900000, 100000)).empty());
}

TEST_CASE("interest that was not booked is named as the usual reason", "[bk][canteen_opening]") {
    // The bank holds 38.27 more than the mess fee account knows.
    const Problems problems = problems_of_canteen_opening(opening(2000000 - 3827, 0));

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "bk.opening.canteen_differs");
    CHECK(problems[0].text.arguments ==
          std::vector<Argument>{Money::fen(2000000), Money::fen(1996173), Money::fen(3827)});
}

TEST_CASE("accounts below another are counted once", "[bk][canteen_opening]") {
    auto rows = opening(2000000, 0);
    rows.push_back(row("10201", AccountFeature::bank, 1876440));
    rows.back().account.level = 2;

    CHECK(problems_of_canteen_opening(rows).empty());
}
