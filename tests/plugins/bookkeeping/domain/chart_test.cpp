#include "domain/chart.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

static const char* const three_rows = "code,name,class,side,feature,journal\n"
                                      "101,库存现金,asset,debit,cash,yes\n"
                                      "102,银行存款,asset,debit,bank,yes\n"
                                      "401,财政补助收入,income,credit,general,no\n";

TEST_CASE("a chart is read row by row from its file", "[bk][chart]") {
    const Chart chart = read_chart("inst-1997", "a regulation", three_rows);

    REQUIRE(chart.rows.size() == 3);
    CHECK(chart.name == "inst-1997");
    CHECK(chart.rows[0].code == "101");
    CHECK(chart.rows[0].feature == AccountFeature::cash);
    CHECK(chart.rows[0].is_journal);
    CHECK(chart.rows[2].account_class == AccountClass::income);
    CHECK(chart.rows[2].normal_side == Side::credit);
    CHECK_FALSE(chart.rows[2].is_journal);
}

TEST_CASE("a kind keeps some accounts, deletes the others and adds its own", "[bk][chart]") {
    const Chart chart = read_chart("inst-1997", "", three_rows);
    const ChartPlan plan{.kept = {"101", "102"},
                         .added = {{.code = "401", .name = "伙食费"}},
                         .optional = {{.code = "402", .name = "军粮差价补贴"}}};

    SECTION("without the optional account") {
        const PlannedChart result = planned(chart, plan, {});

        REQUIRE(result.rows.size() == 3);
        CHECK(result.rows[2].name == "伙食费");
        REQUIRE(result.deleted.size() == 1);
        CHECK(result.deleted[0].name == "财政补助收入");
    }
    SECTION("with it") {
        CHECK(planned(chart, plan, {"402"}).rows.back().code == "402");
    }
    SECTION("what is not optional cannot be wished for") {
        CHECK(planned(chart, plan, {"501"}).rows.size() == 3);
    }
}
