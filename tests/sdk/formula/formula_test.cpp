#include "zhangfang/formula/formula.h"

#include <map>
#include <string>

#include "support/catch.h"

using namespace zf;

// The names that the tests know: 87 persons, 12.00 a day, a rate, a zero.
static FormulaResolver resolver() {
    return {
        .name = [](const std::string& name) -> std::optional<Rational> {
            static const std::map<std::string, Rational> values{
                {"人数", Rational::of(87)},
                {"standard", Rational::of(Money::yuan(12))},
                {"费率", Rational::of(Rate::ppm(3000))},
                {"zero_days", Rational{}},
                {"a2", Rational::of(5)},
            };
            const auto found = values.find(name);
            return found == values.end() ? std::nullopt : std::optional{found->second};
        },
        .call = [](const FormulaCall& call) -> Result<Rational> {
            if (call.name != "bal") return unknown_function(call);
            if (call.arguments.front() == "401") return Rational::of(Money::fen(123456));
            if (call.arguments.front() == "402") return Rational::of(Money::fen(-5000));
            return Problem{.code = "bk.account.unknown",
                           .text = {"There is no account {0}.", {call.arguments.front()}}};
        },
    };
}

static Rational value_of(const std::string& text) {
    const auto formula = Formula::parse(text);
    INFO(text);
    REQUIRE(formula);
    const auto value = evaluate(*formula, resolver());
    REQUIRE(value);
    return *value;
}

static Problem fault_of(const std::string& text) {
    const auto formula = Formula::parse(text);
    if (!formula) return formula.error();
    const auto value = evaluate(*formula, resolver());
    INFO(text);
    REQUIRE_FALSE(value);
    return value.error();
}

TEST_CASE("a formula is calculated exactly, by the order of the signs", "[formula]") {
    struct Case {
        std::string text;
        std::int64_t numerator;
        std::int64_t denominator;
    };
    const auto [text, numerator, denominator] = GENERATE(values<Case>({
        {"12.5*8+3", 103, 1},
        {"3+12.5*8", 103, 1},
        {"(3+12.5)*8", 124, 1},
        {"10-4-3", 3, 1},
        {"100/10/5", 2, 1},
        {"10/3*3", 10, 1},  // no third is lost
        {"1/3+1/6", 1, 2},
        {"0.1+0.2", 3, 10},
        {".5", 1, 2},
        {"007", 7, 1},
        {"-2*-3", 6, 1},
        {"--2", 2, 1},
        {"-(2+3)", -5, 1},
        {"+4-+5", -1, 1},
        {"-8%", -2, 25},
        {"200*8%", 16, 1},
        {"50%%", 1, 200},
        {"2 × 6 ÷ 4", 3, 1},
        {"１２．５＊８＋３", 103, 1},
        {"（３＋１）×２", 8, 1},
        {"8−3", 5, 1},  // U+2212
        {"=12.5*8", 100, 1},
        {" = 1 + 1 ", 2, 1},
        {"1,234.50*2", 2469, 1},
        {"1,000,000-1", 999'999, 1},
        {"人数*standard", 1044, 1},
        {"standard×费率", 36, 1000},
        {"a2+1", 6, 1},
        {"bal(401)", 123456, 100},
        {"bal(401)-bal( 402 )", 128456, 100},
    }));

    CHECK(value_of(text) == Rational::of(numerator, denominator));
}

TEST_CASE("the functions of a formula", "[formula]") {
    struct Case {
        std::string text;
        std::int64_t numerator;
        std::int64_t denominator;
    };
    const auto [text, numerator, denominator] = GENERATE(values<Case>({
        {"round(10/3, 2)", 333, 100},
        {"round(2.345, 2)", 235, 100},  // on the line: away from zero
        {"round(-2.345, 2)", -235, 100},
        {"round(2.3449, 2)", 234, 100},
        {"round(2.5, 0)", 3, 1},
        {"ROUND(1250, -2)", 1300, 1},
        {"max(1,234)", 234, 1},  // two values, not 1234
        {"abs(bal(402))", 50, 1},
        {"Abs(3)", 3, 1},
        {"abs(0)", 0, 1},
        {"max(0, bal(402)*25%)", 0, 1},  // an income tax is never below 0
        {"max(0, bal(401)*25%)", 30864, 100},
        {"min(3, 1, 2)", 1, 1},
        {"max(3)", 3, 1},
        {"if(人数>80, 1, 2)", 1, 1},
        {"if(人数>87, 1, 2)", 2, 1},
        {"if(zero_days=0, 0, bal(401)/zero_days)", 0, 1},  // the other side is never calculated
        {"if(1, 2, unheard_of)", 2, 1},
        {"if(0, unheard_of, 3)+1", 4, 1},
        {"if(if(1,0,1), 1, if(1,7,8))*2", 14, 1},
    }));
    CHECK(value_of(text) == Rational::of(numerator, denominator));
}

TEST_CASE("a comparison is worth one when it is true", "[formula]") {
    struct Case {
        std::string sign;
        int below, on, above;
    };
    const auto [sign, below, on, above] = GENERATE(values<Case>({
        {"<", 1, 0, 0},
        {"<=", 1, 1, 0},
        {"≤", 1, 1, 0},
        {"=", 0, 1, 0},
        {">=", 0, 1, 1},
        {"≥", 0, 1, 1},
        {">", 0, 0, 1},
        {"<>", 1, 0, 1},
        {"!=", 1, 0, 1},
        {"≠", 1, 0, 1},
        {"＜＝", 1, 1, 0},
    }));

    CHECK(value_of("1.99" + sign + "1+1") == Rational::of(below));
    CHECK(value_of("2" + sign + "1+1") == Rational::of(on));
    CHECK(value_of("2.01" + sign + "1+1") == Rational::of(above));
}

TEST_CASE("a formula tells what it needs from outside", "[formula]") {
    const auto formula = Formula::parse("人数*标准 + rest - 人数 + QM(1401:1411, 1421*, \"2221\", "
                                        "客户=“甲，（北京）”) + RJ() + YS(3,,'年')");

    REQUIRE(formula);
    CHECK(formula->names() == std::vector<std::string>{"人数", "标准", "rest"});
    CHECK(formula->uses("rest"));
    CHECK_FALSE(formula->uses("bal"));
    REQUIRE(formula->calls().size() == 3);
    CHECK(formula->calls()[0] ==
          FormulaCall{"QM", {"1401:1411", "1421*", "2221", "客户=甲，（北京）"}, 21});
    CHECK(formula->calls()[1].arguments.empty());
    CHECK(formula->calls()[2].arguments == std::vector<std::string>{"3", "", "'年'"});
    CHECK(Formula::parse(" 1+ 1 ")->text() == " 1+ 1 ");
}

TEST_CASE("the values of a foreign call are handed on as written", "[formula]") {
    const auto formula = Formula::parse("ACCT(（1001），２０２３．１２, a(b,c))");

    REQUIRE(formula);
    CHECK(formula->calls().front().arguments ==
          std::vector<std::string>{"(1001)", "2023.12", "a(b,c)"});
}

TEST_CASE("a formula that cannot be read is refused with the place", "[formula]") {
    const std::string ends = "The formula ends where a number or a name is missing. Complete it.";
    const std::string
        character = "Character {0} of the formula, \"{1}\", does not fit there. Correct it.";
    const std::string
        bracket = "The bracket at character {0} of the formula is not closed. Close it.";
    struct Case {
        std::string text;
        Message sentence;
    };
    const auto at = [&](std::int64_t place, const char* shown) {
        return Message{character, {place, std::string{shown}}};
    };
    const auto [text, sentence] = GENERATE_COPY(values<Case>({
        {"", {"The formula is empty. Type a number or a formula such as 12.5*8+3."}},
        {" = ", {"The formula is empty. Type a number or a formula such as 12.5*8+3."}},
        {"1+", {ends}},
        {"round(", {ends}},
        {"12.", {ends}},
        {"*3", at(1, "*")},
        {"1+*3", at(3, "*")},
        {"1 2", at(3, "2")},
        {"1.2.3", at(4, ".")},
        {"1.x", at(3, "x")},
        {"12人", at(3, "人")},
        {"人数 人数", at(4, "人")},
        {"1)", at(2, ")")},
        {"()", at(2, ")")},
        {"1；2", at(2, "；")},  // the character as it was typed
        {"1,23", at(2, ",")},
        {"1,2345", at(2, ",")},
        {"0,123", at(2, ",")},
        {"1234,567", at(5, ",")},
        {"1<2<3", at(4, "<")},
        {"round(1,)", at(9, ")")},
        {"min(,1)", at(5, ",")},
        {"٣+1", at(1, "٣")},
        {"1+\xFF", at(3, "\uFFFD")},
        {"(1+2", {bracket, {std::int64_t{1}}}},
        {"2*(1+(2)", {bracket, {std::int64_t{3}}}},
        {"max(1,2", {bracket, {std::int64_t{4}}}},
        {"bal(401", {bracket, {std::int64_t{4}}}},
        {"bal(\"401)",
         {"The quotation mark at character {0} of the formula is not closed. Close it.",
          {std::int64_t{5}}}},
    }));
    CAPTURE(text);

    const auto formula = Formula::parse(text);

    REQUIRE_FALSE(formula);
    CHECK(formula.error().code == "formula.syntax");
    CHECK(formula.error().text == sentence);
}

TEST_CASE("a function is given as many values as it takes", "[formula]") {
    const std::string exactly = "The function {0} at character {1} of the formula takes {2} values "
                                "and has {3}. Correct it.";

    CHECK(fault_of("1+round(2)").code == "formula.arguments");
    CHECK(fault_of("1+round(2)").text ==
          Message{exactly,
                  {std::string{"round"}, std::int64_t{3}, std::int64_t{2}, std::int64_t{1}}});
    CHECK(fault_of("round(1,2,3)").code == "formula.arguments");
    CHECK(fault_of("IF(1,2)").text ==
          Message{exactly, {std::string{"if"}, std::int64_t{1}, std::int64_t{3}, std::int64_t{2}}});
    CHECK(fault_of("if(1,2,3,4)").code == "formula.arguments");
    CHECK(fault_of("abs(1,2)").code == "formula.arguments");
    CHECK(fault_of("max()").text ==
          Message{"The function {0} at character {1} of the formula needs at least one value.",
                  {std::string{"max"}, std::int64_t{1}}});
}

TEST_CASE("what a formula cannot calculate is said with the place", "[formula]") {
    CHECK(fault_of("1+人均").code == "formula.unknown_name");
    CHECK(fault_of("1+人均").text.arguments ==
          std::vector<Argument>{std::string{"人均"}, std::int64_t{3}});
    CHECK(fault_of("2*QM(1001)").code == "formula.unknown_function");
    CHECK(fault_of("2*QM(1001)").text.arguments ==
          std::vector<Argument>{std::string{"QM"}, std::int64_t{3}});
    CHECK(fault_of("bal(999)").code == "bk.account.unknown");  // the resolver's own answer
    CHECK(fault_of("1/zero_days").code == "formula.divide_by_zero");
    CHECK(fault_of("1/zero_days").text.arguments == std::vector<Argument>{std::int64_t{2}});
    CHECK(fault_of("round(1, 0.5)").code == "formula.digits");
    CHECK(fault_of("round(1, 19)").code == "formula.digits");
    CHECK(fault_of("round(1, -19)").code == "formula.digits");
    CHECK(value_of("round(1, 18)+round(1, -18)") == Rational::of(1));
}

TEST_CASE("a formula whose surroundings know nothing is still calculated", "[formula]") {
    CHECK(*evaluate(*Formula::parse("1+1"), {}) == Rational::of(2));
    CHECK(evaluate(*Formula::parse("x"), {}).error().code == "formula.unknown_name");
    CHECK(evaluate(*Formula::parse("x(1)"), {}).error().code == "formula.unknown_function");
}

TEST_CASE("a number too long to be exact is refused, not rounded", "[formula]") {
    // 38 nines are below 2¹²⁷, 39 nines above 2¹²⁸ = 3.4 × 10³⁸.
    CHECK(value_of(std::string(38, '9') + "-" + std::string(37, '9') + "8") == Rational::of(1));
    const Problem typed = fault_of("1+" + std::string(39, '9'));
    CHECK(typed.code == "formula.too_large");
    CHECK(typed.text.arguments == std::vector<Argument>{std::int64_t{3}});
    const Problem calculated = fault_of(std::string(38, '9') + "*10");
    CHECK(calculated.code == "formula.too_large");
    CHECK(calculated.text.arguments == std::vector<Argument>{std::int64_t{39}});
}

TEST_CASE("brackets go a hundred deep, sums go on for ever", "[formula]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "1" + std::string(depth, ')');
    };
    std::string sum = "1";
    for (int count = 1; count < 20'000; ++count) sum += "+1";

    CHECK(value_of(nested(99)) == Rational::of(1));
    CHECK(fault_of(nested(100)).text.id ==
          "The formula has more than {0} brackets inside each other. Simplify it.");
    CHECK(fault_of(nested(100'000)).code == "formula.syntax");
    CHECK(value_of(sum) == Rational::of(20'000));
    CHECK(value_of(std::string(100'001, '-') + "1") == Rational::of(-1));
}

TEST_CASE("a result becomes an amount with the rounding that is named", "[formula]") {
    const auto third = *Formula::parse("1000/3");  // 333.333…
    const auto half = *Formula::parse("0.125");
    const auto endless = *Formula::parse("92233720368547758.07+0.01");

    CHECK(*evaluate_money(third, {}, Rounding::half_away) == Money::fen(33333));
    CHECK(*evaluate_money(third, {}, Rounding::up) == Money::fen(33334));
    CHECK(*evaluate_money(half, {}, Rounding::half_away) == Money::fen(13));
    CHECK(*evaluate_money(half, {}, Rounding::half_even) == Money::fen(12));
    CHECK(evaluate_money(endless, {}, Rounding::down).error().code == "formula.too_large");
    CHECK(evaluate_money(*Formula::parse("x"), {}, Rounding::down).error().code ==
          "formula.unknown_name");
}
