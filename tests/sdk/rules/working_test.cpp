#include "zhangfang/rules/working.h"

#include "support/catch.h"

using namespace zf;

static Money cost_per_day(Money cost, std::int64_t days, Working& working) {
    return working.step("bk.publication.daily_cost", Money::fen(cost.fen() / days),
                        {{"cost", cost}, {"person-days", days}});
}

TEST_CASE("a rule tells its steps to who asks why", "[rules][working]") {
    Working working;

    CHECK(cost_per_day(Money::yuan(1044), 87, working) == Money::yuan(12));

    REQUIRE(working.steps().size() == 1);
    const WorkingStep& step = working.steps().front();
    CHECK(step.rule == "bk.publication.daily_cost");
    CHECK(step.result == Argument{Money::yuan(12)});
    CHECK(step.inputs == std::vector<std::pair<std::string, Argument>>{
                             {"cost", Money::yuan(1044)}, {"person-days", std::int64_t{87}}});
}

TEST_CASE("nobody asked, nothing is kept", "[rules][working]") {
    CHECK(cost_per_day(Money::yuan(1044), 87, Working::none()) == Money::yuan(12));
    CHECK(Working::none().steps().empty());
}
