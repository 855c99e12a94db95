#include "support/catch.h"
#include "zhangfang/model/field.h"

using namespace zf;

static FieldInfo field_of(ValueType type, Choices choices = {}) {
    return {.name = "box", .label = "Box", .type = type, .choices = std::move(choices)};
}

TEST_CASE("each type reads the text a person or a file gives", "[model][parse_value]") {
    CHECK(*parse_value(field_of(ValueType::money), " 1,234.50 ") == Value{Money::fen(123450)});
    CHECK(*parse_value(field_of(ValueType::money), "８６．４０") == Value{Money::fen(8640)});
    CHECK(*parse_value(field_of(ValueType::quantity), "0.5") == Value{Quantity::micro(500000)});
    CHECK(*parse_value(field_of(ValueType::price), "1.2") == Value{Price::e8(120000000)});
    CHECK(*parse_value(field_of(ValueType::rate), "0.003") == Value{Rate::ppm(3000)});
    CHECK(*parse_value(field_of(ValueType::date), "2008-02-29") == Value{Date{2008, 2, 29}});
    CHECK(*parse_value(field_of(ValueType::month), "2008-02") == Value{Month{2008, 2}});
    CHECK(*parse_value(field_of(ValueType::integer), "+12") == Value{12});
    CHECK(*parse_value(field_of(ValueType::boolean), "否") == Value{false});
    CHECK(*parse_value(field_of(ValueType::text), " 买米 ") == Value{" 买米 "});
    CHECK(parse_value(field_of(ValueType::money), "  ")->is_none());
    CHECK(parse_value(field_of(ValueType::text), "")->is_none());
}

TEST_CASE("what does not fit its type is refused by that type's code", "[model][parse_value]") {
    const auto code = [](ValueType type, const char* text) {
        return parse_value(field_of(type), text).error().code;
    };

    CHECK(code(ValueType::money, "86.405") == "request.not_a_money");
    CHECK(code(ValueType::quantity, "one") == "request.not_a_quantity");
    CHECK(code(ValueType::price, "1..2") == "request.not_a_price");
    CHECK(code(ValueType::rate, "x") == "request.not_a_rate");
    CHECK(code(ValueType::date, "2009-02-29") == "request.not_a_date");
    CHECK(code(ValueType::month, "2008-13") == "request.not_a_month");
    CHECK(code(ValueType::integer, "1.0") == "request.not_a_number");
    CHECK(code(ValueType::integer, "+-1") == "request.not_a_number");
    CHECK(code(ValueType::integer, "9223372036854775808") == "request.out_of_range");
    CHECK(code(ValueType::boolean, "perhaps") == "request.not_a_boolean");
    CHECK(code(ValueType::text, "\xC3") == "request.bad_text");
    CHECK(parse_value(field_of(ValueType::money), "x").error().place == Place{"box"});
}

TEST_CASE("a choice is taken by its code and by its label", "[model][parse_value]") {
    const FieldInfo level = field_of(ValueType::text, {{"traced", "Traced"}, {"strict", "Strict"}});

    CHECK(*parse_value(level, "traced") == Value{"traced"});
    CHECK(*parse_value(level, " Strict ") == Value{"strict"});
}

TEST_CASE("a line of a command holds names with values", "[model][parse_value]") {
    FieldInfo entries = field_of(ValueType::list);
    entries.item = ValueType::record;

    const auto read = parse_value(entries, "account=401 debit=86.40 summary=Rice, 50 kg 大米");

    REQUIRE(read);
    CHECK(*read == Value{List{Record{
                       {"account", "401"}, {"debit", "86.40"}, {"summary", "Rice, 50 kg 大米"}}}});
}

TEST_CASE("quotes keep what would read as a name in the value", "[model][parse_value]") {
    FieldInfo entry = field_of(ValueType::record);

    CHECK(*parse_value(entry, R"(summary="a=b  c" debit=)") ==
          Value{Record{{"summary", "a=b  c"}, {"debit", ""}}});
    CHECK(*parse_value(entry, "summary=1 + 2 =3") == Value{Record{{"summary", "1 + 2 =3"}}});
    CHECK(parse_value(entry, "401 86.40").error().code == "request.not_a_record");
}

TEST_CASE("a list is also taken as JSON, or as its only item", "[model][parse_value]") {
    FieldInfo names = field_of(ValueType::list);
    names.item = ValueType::text;

    CHECK(*parse_value(names, R"(["一","二"])") == Value{List{"一", "二"}});
    CHECK(*parse_value(names, "一") == Value{List{"一"}});
    CHECK(parse_value(names, "[1.5]").error().code == "request.fraction_as_number");
    CHECK(parse_value(names, "[1.5]").error().place == Place{"box", 1});
}

TEST_CASE("a secret is never quoted back", "[model][parse_value]") {
    FieldInfo secret = field_of(ValueType::integer);
    secret.is_secret = true;

    CHECK(parse_value(secret, "hunter2").error().text.arguments ==
          std::vector<Argument>{std::string{"***"}});
}
