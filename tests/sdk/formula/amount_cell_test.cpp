#include "zhangfang/formula/amount_cell.h"

#include <string>

#include "support/catch.h"

using namespace zf;

TEST_CASE("an amount cell takes an amount, a red one or a calculation", "[formula][amount_cell]") {
    struct Case {
        std::string text;
        std::int64_t fen;
    };
    const auto [text, fen] = GENERATE(values<Case>({
        {"86.40", 8640},
        {"1,234.5", 123450},
        {"-86.40", -8640},
        {"86.40-", -8640},  // the sign behind the digits
        {"８６．４－", -8640},
        {"+86.40", 8640},
        {"12.5*8+3", 10300},
        {"12.5×8÷3", 3333},    // 33.333… to the fen
        {"1,000/3*2", 66667},  // 666.666…
        {"100*1.125%", 113},   // 1.125 is on the line
        {"-12.5*8", -10000},
        {"-(2+3)", -500},
        {"(2+3)*2", 1000},
        {"=2+3", 500},
        {" 2 + 3 ", 500},
        {"8%", 8},
    }));
    CAPTURE(text);

    const auto amount = amount_from_cell(text, Rounding::half_away);

    REQUIRE(amount);
    CHECK(amount->fen() == fen);
}

TEST_CASE("an amount that is typed is never rounded", "[formula][amount_cell]") {
    const auto amount = amount_from_cell("1.005", Rounding::half_away);

    REQUIRE_FALSE(amount);
    CHECK(amount.error().code == "formula.amount");
    CHECK(amount.error().text.id ==
          "\"{0}\" has more than 2 decimals. Nothing was rounded; type at most 2.");
    CHECK(amount_from_cell("1.005*1", Rounding::down)->fen() == 100);
}

TEST_CASE("what is no amount is refused with the sentence that fits", "[formula][amount_cell]") {
    struct Case {
        std::string text;
        std::string code;
    };
    const auto [text, code] = GENERATE(values<Case>({
        {"", "formula.amount"},
        {"买菜", "formula.amount"},
        {"-", "formula.amount"},
        {"1e5", "formula.amount"},
        {"٨٦", "formula.amount"},
        {"(5.00)", "formula.amount"},  // a red amount of some spreadsheets
        {"（1,234.50）", "formula.amount"},
        {"-5-", "formula.syntax"},
        {"12.5*", "formula.syntax"},
        {"12..5*8", "formula.syntax"},
        {"5*人数", "formula.unknown_name"},
        {"5/0", "formula.divide_by_zero"},
        {"5/(3-3)", "formula.divide_by_zero"},
        {"92233720368547758.07*2", "formula.too_large"},
    }));
    CAPTURE(text);

    const auto amount = amount_from_cell(text, Rounding::half_away);

    REQUIRE_FALSE(amount);
    CHECK(amount.error().code == code);
}
