#include "zhangfang/base/rate.h"

#include <limits>
#include <string>

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("a rate is read as a number or as a percentage", "[base][rate]") {
    struct Case {
        std::string typed;
        std::int64_t ppm;
        std::string text;
    };
    const auto [typed, ppm, text] = GENERATE(values<Case>({
        {"0.003", 3'000, "0.003"},
        {"0.3%", 3'000, "0.003"},
        {"110%", 1'100'000, "1.1"},
        {"1.1", 1'100'000, "1.1"},
        {"０．３％", 3'000, "0.003"},
        {"0.0001 %", 1, "0.000001"},
        {"0.000001", 1, "0.000001"},
        {"-8%", -80'000, "-0.08"},
        {"0", 0, "0"},
        {"9223372036854.775807", std::numeric_limits<std::int64_t>::max(), "9223372036854.775807"},
    }));
    CAPTURE(typed);

    const auto rate = Rate::parse(typed);

    REQUIRE(rate);
    CHECK(rate->ppm() == ppm);
    CHECK(rate->text() == text);
}

TEST_CASE("a text that is no rate is refused with the sentence that fits", "[base][rate]") {
    struct Case {
        std::string text;
        std::string id;
    };
    const std::string decimals =
        "\"{0}\" has more than 6 decimals (4 before a % sign). Nothing was rounded; type fewer.";
    const auto [text, id] = GENERATE_COPY(values<Case>({
        {"", "The rate is empty. Type a figure such as 0.08 or 8%."},
        {"%", "The rate is empty. Type a figure such as 0.08 or 8%."},
        {"8%%", "\"{0}\" is not a rate. Type a figure such as 0.08 or 8%."},
        {"8 percent", "\"{0}\" is not a rate. Type a figure such as 0.08 or 8%."},
        {"0.0000001", decimals},
        {"0.00001%", decimals},
        {"9223372036854.775808",
         "\"{0}\" is too large. The largest rate is 9,223,372,036,854.775807."},
    }));
    CAPTURE(text);

    const auto rate = Rate::parse(text);

    REQUIRE_FALSE(rate);
    CHECK(rate.error().id == id);
}

TEST_CASE("rates add up exactly and never wrap", "[base][rate]") {
    const Rate largest = Rate::ppm(std::numeric_limits<std::int64_t>::max());

    CHECK(Rate::percent(8) + Rate::percent(2) == Rate::ppm(100'000));
    CHECK(Rate::percent(2) - Rate::percent(8) == -Rate::percent(6));
    CHECK_THROWS_AS(largest + Rate::ppm(1), Overflow);
    CHECK_THROWS_AS(-largest - Rate::ppm(2), Overflow);
    CHECK(Rate::percent(922'337'203'685'477).ppm() == 9'223'372'036'854'770'000);
    CHECK_THROWS_AS(Rate::percent(922'337'203'685'478), ProgramFault);
}
