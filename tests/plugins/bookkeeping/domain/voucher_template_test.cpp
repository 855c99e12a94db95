#include "domain/voucher_template.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

static TemplateSurroundings book_with(std::vector<std::string> codes) {
    return {.has_account =
                [codes](const std::string& code) {
                    return std::find(codes.begin(), codes.end(), code) != codes.end();
                },
            .balance = [](const std::string& code) -> std::optional<Money> {
                if (code == "402") return Money::yuan(2640);
                return std::nullopt;
            }};
}

static VoucherTemplate allocation() {
    return {.code = "M3a",
            .name = "收上级拨伙食费",
            .summary = "收上级拨{month_word}月份伙食费",
            .questions = {{"persons", ""},
                          {"standard", ""},
                          {"days", ""},
                          {"amount", "persons*standard*days"}},
            .lines = {{.side = Side::debit, .account = "102", .amount = "amount"},
                      {.side = Side::credit, .account = "401", .amount = "rest", .item = "11"}}};
}

TEST_CASE("the allocation is persons by standard by days", "[bk][template]") {
    // 75 × 12.00 × 31 = 27,900.00
    const auto lines = filled(allocation(),
                              {{"persons", "75"}, {"standard", "12.00"}, {"days", "31"}},
                              Date{2008, 1, 5}, book_with({"102", "401"}));

    REQUIRE(lines.has_value());
    REQUIRE(lines->size() == 2);
    CHECK((*lines)[0] ==
          ProposedLine{"收上级拨一月份伙食费", "102", Side::debit, Money::yuan(27900), ""});
    CHECK((*lines)[1] ==
          ProposedLine{"收上级拨一月份伙食费", "401", Side::credit, Money::yuan(27900), "11"});
}

TEST_CASE("an amount that is typed stands before the template's own calculation",
          "[bk][template]") {
    // A list of what each person paid: 93.00 + 93.00 + 90.00 = 276.00
    const auto lines = filled(
        allocation(),
        {{"persons", "3"}, {"standard", "3"}, {"days", "31"}, {"amount", "93 + 93 + 90"}},
        Date{2008, 12, 10}, book_with({"102", "401"}));

    REQUIRE(lines.has_value());
    CHECK((*lines)[0].amount == Money::yuan(276));
    CHECK((*lines)[0].summary == "收上级拨十二月份伙食费");
}

TEST_CASE("an answer that is missing or no number is refused by its name", "[bk][template]") {
    const auto missing = filled(allocation(), {{"persons", "75"}, {"days", "31"}}, Date{2008, 1, 5},
                                book_with({"102", "401"}));
    const auto letters = filled(allocation(),
                                {{"persons", "many"}, {"standard", "12"}, {"days", "31"}},
                                Date{2008, 1, 5}, book_with({"102", "401"}));

    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == "bk.template.unanswered");
    CHECK(missing.error().text.arguments == std::vector<Argument>{std::string{"standard"}});
    REQUIRE_FALSE(letters.has_value());
    CHECK(letters.error().code == "bk.template.answer");
}

TEST_CASE("a text answer goes into the summary", "[bk][template]") {
    const VoucherTemplate refund{
        .code = "M6",
        .name = "退伙食费",
        .summary = "退{person}外出{days}天伙食费",
        .questions = {{"person", ""}, {"standard", ""}, {"days", ""}, {"amount", "standard*days"}},
        .lines = {{.side = Side::debit, .account = "401", .amount = "amount", .item = "22"},
                  {.side = Side::credit, .account = "101", .amount = "rest"}}};

    const auto lines = filled(refund, {{"person", "王某"}, {"standard", "12"}, {"days", "7"}},
                              Date{2008, 1, 18}, book_with({"101", "401"}));

    REQUIRE(lines.has_value());
    CHECK((*lines)[0].summary == "退王某外出7天伙食费");
    CHECK((*lines)[0].amount == Money::yuan(84));
}

TEST_CASE("where the book lacks an account its stand-in is used", "[bk][template]") {
    const VoucherTemplate subsidy{
        .code = "M8",
        .name = "收军粮差价补贴",
        .summary = "收上级拨{quarter_word}季度军粮差价补贴",
        .questions = {{"amount", ""}},
        .lines = {{.side = Side::debit, .account = "102", .amount = "amount"},
                  {.side = Side::credit,
                   .account = "402",
                   .otherwise = "401",
                   .amount = "rest",
                   .otherwise_item = "14"}}};
    const Answers answers{{"amount", "2,640.00"}};

    SECTION("with 402") {
        const auto lines = filled(subsidy, answers, Date{2008, 4, 25},
                                  book_with({"102", "401", "402"}));
        REQUIRE(lines.has_value());
        CHECK((*lines)[1].account == "402");
        CHECK((*lines)[1].item.empty());
        CHECK((*lines)[1].summary == "收上级拨二季度军粮差价补贴");
    }
    SECTION("without it") {
        const auto lines = filled(subsidy, answers, Date{2008, 4, 25}, book_with({"102", "401"}));
        REQUIRE(lines.has_value());
        CHECK((*lines)[1].account == "401");
        CHECK((*lines)[1].item == "14");
    }
    SECTION("without both") {
        const auto lines = filled(subsidy, answers, Date{2008, 4, 25}, book_with({"102"}));
        REQUIRE_FALSE(lines.has_value());
        CHECK(lines.error().code == "bk.template.account_missing");
    }
}

TEST_CASE("a template may take a balance", "[bk][template]") {
    const VoucherTemplate transfer{
        .code = "M9",
        .name = "军粮差价转入伙食费",
        .summary = "军粮差价补贴转入伙食费",
        .lines = {{.side = Side::debit, .account = "402", .amount = "bal(402)"},
                  {.side = Side::credit, .account = "401", .amount = "rest", .item = "14"}}};

    const auto lines = filled(transfer, {}, Date{2008, 1, 28}, book_with({"401", "402"}));

    REQUIRE(lines.has_value());
    CHECK((*lines)[0].amount == Money::yuan(2640));
    CHECK((*lines)[1].amount == Money::yuan(2640));
}

TEST_CASE("a template that cannot work is told line by line", "[bk][template]") {
    VoucherTemplate faulty = allocation();

    SECTION("the shipped form has no faults") {
        CHECK(problems_of(faulty).empty());
    }
    SECTION("a name that nobody asks for") {
        faulty.lines[0].amount = "portions * standard";
        const Problems problems = problems_of(faulty);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].code == "bk.template.not_asked");
        CHECK(problems[0].place == Place{"lines", 1});
    }
    SECTION("two lines that take the rest") {
        faulty.lines[0].amount = "rest";
        CHECK(problems_of(faulty).at(0).code == "bk.template.rest_twice");
    }
    SECTION("one line only") {
        faulty.lines.pop_back();
        CHECK(problems_of(faulty).at(0).code == "bk.template.no_lines");
    }
    SECTION("a formula that is none") {
        faulty.lines[0].amount = "persons *";
        CHECK(problems_of(faulty).at(0).place == Place{"lines", 1});
    }
}

TEST_CASE("questions are written as they are read", "[bk][template]") {
    const auto questions = read_questions("persons; days ; amount = persons*days");

    REQUIRE(questions.has_value());
    CHECK(write_questions(*questions) == "persons; days; amount = persons*days");
    CHECK_FALSE(read_questions("two words").has_value());
    CHECK_FALSE(read_questions("rest").has_value());
}
