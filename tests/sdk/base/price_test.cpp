#include "zhangfang/base/price.h"

#include <limits>
#include <string>

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("a price has up to 8 decimals and is written without zeros at the end", "[base][price]") {
    struct Case {
        std::string typed;
        std::int64_t e8;
        std::string text;
    };
    const auto [typed, e8, text] = GENERATE(values<Case>({
        {"0", 0, "0"},
        {"12.5", 1250000000, "12.5"},
        {"1,200.00", 120000000000, "1200"},
        {"-０.25", -25000000, "-0.25"},
        {"0.00000001", 1, "0.00000001"},
        {"92233720368.54775807", std::numeric_limits<std::int64_t>::max(), "92233720368.54775807"},
    }));
    CAPTURE(typed);

    const auto price = Price::parse(typed);

    REQUIRE(price);
    CHECK(price->e8() == e8);
    CHECK(price->text() == text);
}

TEST_CASE("a text that is no price is refused with the sentence that fits", "[base][price]") {
    struct Case {
        std::string text;
        std::string id;
    };
    const auto [text, id] = GENERATE(values<Case>({
        {"", "The price is empty. Type a figure such as 3.25."},
        {"x", "\"{0}\" is not a price. Type digits with a decimal point, such as 3.25."},
        {"0.000000010", "\"{0}\" has more than 8 decimals. Nothing was rounded; type at most 8."},
        {"92233720368.54775808",
         "\"{0}\" is too large. The largest price is 92,233,720,368.54775807."},
        {"12,00",
         "\"{0}\" has a comma in the wrong place. Commas part groups of three digits, as in "
         "1,234,567."},
        {"٣", "\"{0}\" is written in digits of another script. Type it with the digits 0 to 9."},
    }));
    CAPTURE(text);

    const auto price = Price::parse(text);

    REQUIRE_FALSE(price);
    CHECK(price.error().id == id);
}

TEST_CASE("sums of prices are exact and never wrap", "[base][price]") {
    const Price largest = Price::e8(std::numeric_limits<std::int64_t>::max());
    const Price one = Price::e8(1);

    CHECK(*Price::parse("600.5") - *Price::parse("50.25") == *Price::parse("550.25"));
    CHECK(-*Price::parse("50") + *Price::parse("600") == *Price::parse("550"));
    CHECK((largest - one) + one == largest);
    CHECK_THROWS_AS(largest + one, Overflow);
    CHECK_THROWS_AS(-largest - one - one, Overflow);
}
