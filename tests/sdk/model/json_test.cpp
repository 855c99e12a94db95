#include "zhangfang/model/json.h"

#include "support/catch.h"

using namespace zf;

TEST_CASE("JSON comes back as the value that was written", "[model][json]") {
    const Value request{Record{
        {"command", "bk.voucher.enter"},
        {"parameters", Record{{"date", "2008-01-05"},
                              {"entries", List{Record{{"account", "401"}, {"debit", "86.40"}},
                                               Record{{"account", "101"}, {"line", 2}}}}}},
        {"dry_run", false},
        {"reason", Value{}}}};

    const auto read = parse_json(to_json(request));

    REQUIRE(read);
    CHECK(*read == request);
}

TEST_CASE("amounts and dates are JSON texts, whole numbers are JSON numbers", "[model][json]") {
    const Value value{Record{{"money", Money::fen(1230)},
                             {"date", Date{2008, 2, 29}},
                             {"count", std::int64_t{9007199254740993}}}};

    CHECK(to_json(value) == R"({"money":"12.30","date":"2008-02-29","count":9007199254740993})");
}

TEST_CASE("every JSON number with a fraction is refused at its name and line", "[model][json]") {
    const auto read = parse_json(
        R"({"rate": 0.3, "entries": [{"debit": "1.00"}, {"debit": 86.4}], "big": 1e3})");

    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 3);
    CHECK(read.error()[0].code == "request.fraction_as_number");
    CHECK(read.error()[0].place == Place{"rate"});
    CHECK(read.error()[1].place == Place{"debit", 2});
    CHECK(read.error()[1].text.arguments == std::vector<Argument>{std::string{"86.4"}});
    CHECK(read.error()[2].place == Place{"big"});
}

TEST_CASE("the largest whole number is read and the next one refused", "[model][json]") {
    CHECK(*parse_json("9223372036854775807") == Value{std::int64_t{9223372036854775807}});
    for (const char* text : {"9223372036854775808", "99999999999999999999999"}) {
        const auto read = parse_json(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().front().code == "request.out_of_range");
    }
}

TEST_CASE("broken JSON says where it breaks", "[model][json]") {
    const auto read = parse_json(R"({"command": "x",)");

    REQUIRE_FALSE(read);
    CHECK(read.error().front().code == "request.bad_json");
    CHECK(std::get<std::int64_t>(read.error().front().text.arguments.front()) == 17);
    CHECK_FALSE(parse_json(""));
    CHECK_FALSE(parse_json("{} {}"));
    CHECK_FALSE(parse_json("\"\xff\""));
}

TEST_CASE("a name that stands twice, a NUL and a deep nest are refused", "[model][json]") {
    CHECK(parse_json(R"({"a":1,"a":2})").error().front().code == "request.duplicate_name");
    CHECK(parse_json(R"({"a":"x\u0000y"})").error().front().code == "request.bad_text");
    CHECK(parse_json(std::string(32, '[') + std::string(32, ']')).has_value());
    CHECK(parse_json(std::string(33, '[') + std::string(33, ']')).error().front().code ==
          "request.bad_json");
    CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
}
