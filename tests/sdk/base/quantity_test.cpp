#include "zhangfang/base/quantity.h"

#include <limits>
#include <string>

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("a quantity has up to 6 decimals and is written without zeros at the end",
          "[base][quantity]") {
    struct Case {
        std::string typed;
        std::int64_t micro;
        std::string text;
    };
    const auto [typed, micro, text] = GENERATE(values<Case>({
        {"0", 0, "0"},
        {"12.5", 12500000, "12.5"},
        {"1,200.00", 1200000000, "1200"},
        {"-０.25", -250000, "-0.25"},
        {"0.000001", 1, "0.000001"},
        {"9223372036854.775807", std::numeric_limits<std::int64_t>::max(), "9223372036854.775807"},
    }));
    CAPTURE(typed);

    const auto quantity = Quantity::parse(typed);

    REQUIRE(quantity);
    CHECK(quantity->micro() == micro);
    CHECK(quantity->text() == text);
}

TEST_CASE("a text that is no quantity is refused with the sentence that fits", "[base][quantity]") {
    struct Case {
        std::string text;
        std::string id;
    };
    const auto [text, id] = GENERATE(values<Case>({
        {"", "The quantity is empty. Type a figure such as 12.5."},
        {"x", "\"{0}\" is not a quantity. Type digits with a decimal point, such as 12.5."},
        {"0.0000010", "\"{0}\" has more than 6 decimals. Nothing was rounded; type at most 6."},
        {"9223372036854.775808",
         "\"{0}\" is too large. The largest quantity is 9,223,372,036,854.775807."},
        {"12,00",
         "\"{0}\" has a comma in the wrong place. Commas part groups of three digits, as in "
         "1,234,567."},
        {"٣", "\"{0}\" is written in digits of another script. Type it with the digits 0 to 9."},
    }));
    CAPTURE(text);

    const auto quantity = Quantity::parse(text);

    REQUIRE_FALSE(quantity);
    CHECK(quantity.error().id == id);
}

TEST_CASE("sums of quantities are exact and never wrap", "[base][quantity]") {
    const Quantity largest = Quantity::micro(std::numeric_limits<std::int64_t>::max());
    const Quantity one = Quantity::micro(1);

    CHECK(*Quantity::parse("600.5") - *Quantity::parse("50.25") == *Quantity::parse("550.25"));
    CHECK(-*Quantity::parse("50") + *Quantity::parse("600") == *Quantity::parse("550"));
    CHECK((largest - one) + one == largest);
    CHECK_THROWS_AS(largest + one, Overflow);
    CHECK_THROWS_AS(-largest - one - one, Overflow);
}
