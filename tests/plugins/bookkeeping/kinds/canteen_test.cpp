#include <set>

#include "domain/kind.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

TEST_CASE("a canteen starts from the institution chart and deletes what it does not keep",
          "[bk][canteen]") {
    const PlannedChart chart = planned(canteen().book.chart, canteen().plan, {"402"});

    CHECK(canteen().book.chart.rows.size() == 43);
    CHECK(chart.deleted.size() == 41);
    REQUIRE(chart.rows.size() == 4);
    CHECK(chart.rows[0].feature == AccountFeature::cash);
    CHECK(chart.rows[1].feature == AccountFeature::bank);
    CHECK(chart.rows[2].name == "伙食费");
    CHECK(chart.rows[2].normal_side == Side::credit);
    CHECK(chart.rows[2].dimensions ==
          std::vector<AccountDimension>{{.kind = "flow", .use = DimensionUse::analysis}});
    CHECK(chart.rows[3].name == "军粮差价补贴");
}

TEST_CASE("the ten canteen templates have no faults and name accounts and items that exist",
          "[bk][canteen]") {
    std::set<std::string> accounts, items;
    for (const ChartRow& row : planned(canteen().book.chart, canteen().plan, {"402"}).rows)
        accounts.insert(row.code);
    for (const DimensionItem& item : canteen().book.dimension_items) items.insert(item.code);

    CHECK(canteen().templates.size() == 10);  // M1, M2, M3a, M3b, M4–M9; M10 is the year end.
    for (const VoucherTemplate& each : canteen().templates) {
        CAPTURE(each.code);
        CHECK(problems_of(each).empty());
        for (const TemplateLine& line : each.lines) {
            CHECK(accounts.contains(line.account));
            CHECK((line.item.empty() || items.contains(line.item)));
        }
    }
}

TEST_CASE("the options of a canteen are those of its manual", "[bk][canteen]") {
    const BookOptions& options = canteen().book.options;

    CHECK(options.summary_length_min == 4);
    CHECK(options.dates_in_order);
    CHECK(options.one_business_a_voucher);
    CHECK(options.attachments_stated);
    CHECK(options.cash_deficit == Guard::stop);
    CHECK(options.bank_deficit == Guard::warn);
    CHECK(options.gap_at_posting == Guard::stop);
    CHECK(options.review_before_posting);
    CHECK(options.backup_before_closing);
    CHECK_FALSE(options.cashier_signs);
    CHECK(canteen().book.control_level == ControlLevel::traced);
    CHECK_FALSE(canteen().book.may_waive_review);
}

TEST_CASE("a further kind is found by its name", "[bk][canteen]") {
    CHECK(find_kind("canteen") == &canteen());
    CHECK(find_kind("grain") == nullptr);
}
