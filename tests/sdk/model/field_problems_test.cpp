#include "support/catch.h"
#include "zhangfang/model/field.h"

using namespace zf;

static std::vector<std::string> codes_of(const Problems& problems) {
    std::vector<std::string> codes;
    for (const Problem& each : problems) codes.push_back(each.code);
    return codes;
}

using Codes = std::vector<std::string>;

TEST_CASE("a text is as long as its field allows, counted in characters", "[model][field]") {
    const FieldInfo summary{.name = "summary",
                            .label = "Summary",
                            .type = ValueType::text,
                            .length_min = 4,
                            .length_max = 6};

    CHECK(codes_of(problems_of(summary, Value{"买大米"})) == Codes{"request.too_short"});
    CHECK(problems_of(summary, Value{"买大米面"}).empty());
    CHECK(problems_of(summary, Value{"买大米面油盐"}).empty());
    CHECK(codes_of(problems_of(summary, Value{"买大米面油盐酱"})) == Codes{"request.too_long"});
}

TEST_CASE("a required field refuses nothing and blanks, an optional one takes them",
          "[model][field]") {
    FieldInfo name{.name = "name", .label = "Name", .type = ValueType::text};
    CHECK(problems_of(name, Value{}).empty());
    CHECK(problems_of(name, Value{" "}).empty());

    name.is_required = true;

    CHECK(codes_of(problems_of(name, Value{})) == Codes{"request.missing_parameter"});
    CHECK(codes_of(problems_of(name, Value{" \u3000"})) == Codes{"request.missing_parameter"});
    CHECK(problems_of(name, Value{}, 3).front().place == Place{"name", 3});
}

TEST_CASE("a range counts in the smallest unit and speaks in the field's own", "[model][field]") {
    const FieldInfo amount{.name = "amount",
                           .label = "Amount",
                           .type = ValueType::money,
                           .range_min = 1,
                           .range_max = 10000};

    CHECK(problems_of(amount, Value{Money::fen(1)}).empty());
    CHECK(problems_of(amount, Value{Money::fen(10000)}).empty());
    CHECK(codes_of(problems_of(amount, Value{Money::fen(0)})) == Codes{"request.out_of_range"});
    const Problems above = problems_of(amount, Value{Money::fen(10001)});
    REQUIRE(codes_of(above) == Codes{"request.out_of_range"});
    CHECK(above.front().text.arguments ==
          std::vector<Argument>{std::string{"Amount"}, Money::fen(10001), Money::fen(10000)});
}

TEST_CASE("choices and patterns hold for the whole text", "[model][field]") {
    const FieldInfo level{.name = "level",
                          .label = "Level",
                          .type = ValueType::text,
                          .choices = {{"strict", "Strict"}, {"traced", "Traced"}}};
    const FieldInfo code{
        .name = "code", .label = "Code", .type = ValueType::text, .pattern = "[0-9]{3,12}"};

    CHECK(problems_of(level, Value{"traced"}).empty());
    const Problems other = problems_of(level, Value{"free"});
    REQUIRE(codes_of(other) == Codes{"request.not_a_choice"});
    CHECK(other.front().text.arguments.back() == Argument{std::string{"strict, traced"}});
    CHECK(problems_of(code, Value{"401"}).empty());
    CHECK(codes_of(problems_of(code, Value{"40"})) == Codes{"request.wrong_form"});
    CHECK(codes_of(problems_of(code, Value{"401x"})) == Codes{"request.wrong_form"});
    CHECK(codes_of(problems_of(code, Value{std::string(100'000, '1')})) ==
          Codes{"request.wrong_form"});
}

TEST_CASE("the faults of all lines come together, each with its line", "[model][field]") {
    const FieldInfo entries{
        .name = "entries",
        .label = "Entries",
        .type = ValueType::list,
        .item = ValueType::record,
        .lines = {
            {.name = "account", .label = "Account", .type = ValueType::text, .is_required = true},
            {.name = "debit", .label = "Debit", .type = ValueType::money, .range_min = 0}}};

    const Problems problems = problems_of(
        entries, Value{List{Record{{"account", "401"}}, Record{{"debit", Money::fen(-1)}}}});

    REQUIRE(codes_of(problems) == Codes{"request.missing_parameter", "request.out_of_range"});
    CHECK(problems[0].place == Place{"account", 2});
    CHECK(problems[1].place == Place{"debit", 2});
}
