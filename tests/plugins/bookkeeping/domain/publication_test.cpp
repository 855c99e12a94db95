#include "domain/publication.h"

#include "domain/kind.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

namespace {

DimensionItem item(std::string_view code) {
    for (const DimensionItem& each : canteen().book.dimension_items)
        if (each.code == code) return each;
    FAIL("no such item");
    return {};
}
ItemTurnover spent(std::string_view code, std::int64_t fen) {
    return {.item = item(code), .debit = Money::fen(fen)};
}
ItemTurnover got(std::string_view code, std::int64_t fen) {
    return {.item = item(code), .credit = Money::fen(fen)};
}
// January 2008 of the worked example.
PublicationFacts january() {
    return {.opening = {.cash = Money::fen(123560),
                        .bank = Money::fen(1876440),
                        .mess_fee = Money::yuan(20000)},
            .closing = {.cash = Money::fen(251260),
                        .bank = Money::fen(1982017),
                        .mess_fee = Money::fen(2233277)},
            // Food: 7,286.50 + 8,347.80 + 6,973.25 + 10,120.45 − 8,347.80 + 8,374.80 = 32,755.00
            .items = {got("11", 2790000), got("12", 348750), got("13", 111600), got("14", 264000),
                      got("15", 3827), spent("21", 3275500), spent("22", 8400), spent("23", 1000)},
            .all_items = canteen().book.dimension_items,
            .template_items = {{"M2", "21"}, {"M5", "15"}},
            .headcounts = {{"义务兵", 74, 31}, {"义务兵（外出学习）", 1, 24}, {"干部士官", 12, 31}},
            .standard = Money::yuan(12)};
}

}  // namespace

TEST_CASE("the publication table of January 2008", "[bk][publication]") {
    const Publication table = publication_of(january(), Working::none());

    CHECK(table.opening.mess_fee == Money::yuan(20000));
    REQUIRE(table.income.size() == 5);
    CHECK(table.income[0] == PublicationLine{"11", "上级拨伙食费", Money::yuan(27900)});
    CHECK(table.income[4] == PublicationLine{"15", "银行利息", Money::fen(3827)});
    CHECK(table.income_total == Money::fen(3518177));
    REQUIRE(table.expenditure.size() == 3);
    CHECK(table.expenditure[0] == PublicationLine{"21", "主副食品采购", Money::yuan(32755)});
    CHECK(table.expenditure_total == Money::yuan(32849));
    CHECK(table.surplus == Money::fen(233277));
    CHECK(table.cost.person_days == 2690);
    CHECK(table.cost.daily_cost == Money::fen(1221));
    CHECK(table.cost.daily_income == Money::fen(1308));
    CHECK(table.proofs.empty());
}

TEST_CASE("a red line reduces its own class", "[bk][publication]") {
    PublicationFacts facts = january();
    facts.items.push_back(spent("22", -8400));  // The refund was taken back.

    const Publication table = publication_of(facts, Working::none());

    CHECK(table.expenditure.size() == 2);
    CHECK(table.expenditure_total == Money::yuan(32765));
    CHECK(table.income_total == Money::fen(3518177));
}

TEST_CASE("income given back reduces income, not raises expenditure", "[bk][publication]") {
    PublicationFacts facts = january();
    facts.items.push_back(spent("13", 11600));

    const Publication table = publication_of(facts, Working::none());

    CHECK(table.income[2].amount == Money::yuan(1000));  // 1,116.00 − 116.00
    CHECK(table.expenditure_total == Money::yuan(32849));
}

TEST_CASE("finer items are shown below their own and counted once", "[bk][publication]") {
    PublicationFacts facts = january();
    facts.items[5] = spent("2103", 2000000);
    facts.items.push_back(spent("2106", 1275500));

    const Publication table = publication_of(facts, Working::none());

    REQUIRE(table.expenditure.size() == 5);
    CHECK(table.expenditure[0] == PublicationLine{"21", "主副食品采购", Money::yuan(32755)});
    CHECK(table.expenditure[1] == PublicationLine{"2103", "肉", Money::yuan(20000), true});
    CHECK(table.expenditure[2] == PublicationLine{"2106", "菜", Money::yuan(12755), true});
    CHECK(table.expenditure_total == Money::yuan(32849));
}

TEST_CASE("a line without an item is what its template or its side says", "[bk][publication]") {
    PublicationFacts facts = january();
    facts.items.clear();
    facts.plain_lines = {{"M5", Side::credit, Money::fen(3827)},
                         {"", Side::credit, Money::yuan(5)},
                         {"M2", Side::debit, Money::yuan(7)},
                         {"", Side::debit, Money::yuan(3)}};

    const Publication table = publication_of(facts, Working::none());

    REQUIRE(table.income.size() == 2);
    CHECK(table.income[0].name == "银行利息");
    CHECK(table.income[1] == PublicationLine{"19", "其他收入", Money::yuan(5)});
    REQUIRE(table.expenditure.size() == 2);
    CHECK(table.expenditure[0].item == "21");
    CHECK(table.expenditure[1] == PublicationLine{"29", "其他支出", Money::yuan(3)});
}

TEST_CASE("a table that does not meet the balances says so", "[bk][publication]") {
    PublicationFacts facts = january();

    SECTION("a line is missing") {
        facts.items.pop_back();
        CHECK(publication_of(facts, Working::none()).proofs.at(0).code ==
              "bk.publication.does_not_add_up");
    }
    SECTION("the grain subsidy is held back from cash and bank") {
        facts.closing.bank += Money::yuan(100);
        facts.closing.grain_subsidy = Money::yuan(100);
        CHECK(publication_of(facts, Working::none()).proofs.empty());
    }
}
