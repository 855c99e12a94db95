#include "zhangfang/base/money.h"

#include <limits>
#include <string>

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

static constexpr std::int64_t fen_max = std::numeric_limits<std::int64_t>::max();

TEST_CASE("an amount is read from what a person types", "[base][money]") {
    struct Case {
        std::string text;
        std::int64_t fen;
    };
    const auto [text, fen] = GENERATE(values<Case>({
        {"86.40", 8640},
        {"86.4", 8640},
        {"86", 8600},
        {".5", 50},
        {"0", 0},
        {"-0.00", 0},
        {"007", 700},
        {"+3.10", 310},
        {"-1,234.5", -123450},
        {"1,234,567.89", 123456789},
        {"999,999", 99999900},
        {"  86.40\t", 8640},
        {"\u3000８６．４０\u3000", 8640},
        {"－１，２３４。５", -123450},
        {"−2.00", -200},  // U+2212, the minus sign of spreadsheets
        {"92233720368547758.07", fen_max},
        {"-92,233,720,368,547,758.07", -fen_max},
    }));
    CAPTURE(text);

    const auto amount = Money::parse(text);

    REQUIRE(amount);
    CHECK(amount->fen() == fen);
}

TEST_CASE("a text that is no amount is refused with the sentence that fits", "[base][money]") {
    const std::string empty = "The amount is empty. Type a figure such as 1234.50.";
    const std::string
        no_amount = "\"{0}\" is not an amount. Type digits with a decimal point, such as 1234.50.";
    const std::string
        decimals = "\"{0}\" has more than 2 decimals. Nothing was rounded; type at most 2.";
    const std::string
        comma = "\"{0}\" has a comma in the wrong place. Commas part groups of three digits, as in "
                "1,234,567.";
    const std::string
        digits = "\"{0}\" is written in digits of another script. Type it with the digits 0 to 9.";
    const std::string
        large = "\"{0}\" is too large. The largest amount is 92,233,720,368,547,758.07.";
    struct Case {
        std::string text;
        std::string id;
    };
    const auto [text, id] = GENERATE_COPY(values<Case>({
        {"", empty},
        {" \u3000 ", empty},
        {"abc", no_amount},
        {"12a", no_amount},
        {"1 234", no_amount},
        {"1.2.3", no_amount},
        {"--1", no_amount},
        {"5-", no_amount},
        {"-", no_amount},
        {".", no_amount},
        {"12.", no_amount},  // perhaps the front half of 12.50
        {"1e5", no_amount},
        {"0x10", no_amount},
        {"NaN", no_amount},
        {"(5.00)", no_amount},  // brackets are for the files of other programs
        {"￥5", no_amount},
        {"壹拾", no_amount},
        {"1.005", decimals},
        {"1.230", decimals},
        {"1234,567", comma},
        {"12,34", comma},
        {"1,2345", comma},
        {",123", comma},
        {"1,,234", comma},
        {"1,234,", comma},
        {"0,123", comma},  // somebody's 0.123
        {"1.1,2", comma},
        {"٨٦", digits},
        {"۸۶.۴۰", digits},
        {"༡༢", digits},
        {"92233720368547758.08", large},
        {"-92233720368547758.08", large},
        {"99999999999999999999999999", large},
    }));
    CAPTURE(text);

    const auto amount = Money::parse(text);

    REQUIRE_FALSE(amount);
    CHECK(amount.error().id == id);
}

TEST_CASE("a refusal quotes what was typed, made fit to print", "[base][money]") {
    CHECK(Money::parse(" 12a ").error().arguments == std::vector<Argument>{std::string{"12a"}});
    CHECK(Money::parse("1\xFF").error().arguments == std::vector<Argument>{std::string{"1\uFFFD"}});
    // 60 characters are shown of an endless text.
    CHECK(Money::parse(std::string(1000, 'x')).error().arguments ==
          std::vector<Argument>{std::string(60, 'x') + "…"});
}

TEST_CASE("an amount is written with two decimals and reads back as itself", "[base][money]") {
    struct Case {
        std::int64_t fen;
        std::string text;
    };
    const auto [fen, text] = GENERATE(values<Case>({
        {0, "0.00"},
        {1, "0.01"},
        {-1, "-0.01"},
        {10, "0.10"},
        {99, "0.99"},
        {100, "1.00"},
        {-123450, "-1234.50"},
        {fen_max, "92233720368547758.07"},
        {-fen_max, "-92233720368547758.07"},
    }));

    CHECK(Money::fen(fen).text() == text);
    CHECK(Money::parse(text)->fen() == fen);
}

TEST_CASE("sums of amounts are exact and never wrap", "[base][money]") {
    const Money largest = Money::fen(fen_max);
    const Money lowest = Money::fen(std::numeric_limits<std::int64_t>::min());
    const Money one = Money::fen(1);

    CHECK(Money::fen(8640) + Money::fen(-640) == Money::yuan(80));
    CHECK(Money::fen(8640) - Money::fen(9000) == Money::fen(-360));
    CHECK(-Money::fen(360) == Money::fen(-360));
    CHECK((largest - one) + one == largest);
    CHECK((lowest + one) - one == lowest);
    CHECK_THROWS_AS(largest + one, Overflow);
    CHECK_THROWS_AS(one + largest, Overflow);
    CHECK_THROWS_AS(largest - -one, Overflow);
    CHECK_THROWS_AS(lowest - one, Overflow);
    CHECK_THROWS_AS(lowest + -one, Overflow);
    CHECK_THROWS_AS(-lowest, Overflow);
    CHECK(lowest.text() == "-92233720368547758.08");
}

TEST_CASE("whole yuan are a hundred fen each, as far as there are fen", "[base][money]") {
    CHECK(Money::yuan(5) == Money::fen(500));
    CHECK(Money::yuan(92'233'720'368'547'758).text() == "92233720368547758.00");
    CHECK_THROWS_AS(Money::yuan(92'233'720'368'547'759), ProgramFault);
    CHECK_THROWS_AS(Money::yuan(-92'233'720'368'547'759), ProgramFault);
}
