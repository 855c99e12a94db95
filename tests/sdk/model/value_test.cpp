#include "zhangfang/model/value.h"

#include "support/catch.h"

using namespace zf;

TEST_CASE("a record keeps its names in order and each name once", "[model]") {
    Record record{{"account", "401"}, {"debit", Money::fen(8640)}};

    record.set("account", "402");
    record.set("summary", "米");

    REQUIRE(record.size() == 3);
    CHECK(record.begin()->first == "account");
    CHECK(record.get("account") == Value{"402"});
    CHECK(record.has("summary"));
    CHECK(record.get("credit").is_none());
    record.remove("debit");
    CHECK_FALSE(record.has("debit"));
    CHECK(record == Record{{"account", "402"}, {"summary", "米"}});
}

TEST_CASE("a value is one type and is not taken for another", "[model]") {
    CHECK(Value{Money::fen(1)} != Value{1});
    CHECK(Value{Month{2008, 1}}.type() == ValueType::month);
    CHECK(Value{List{}}.type() == ValueType::list);
    CHECK_THROWS_AS(Value{"1"}.as<std::int64_t>(), ProgramFault);
    CHECK(Value{}.if_a<bool>() == nullptr);
}

TEST_CASE("a value's plain text is what machines exchange", "[model]") {
    CHECK(Value{}.plain_text().empty());
    CHECK(Value{true}.plain_text() == "true");
    CHECK(Value{-7}.plain_text() == "-7");
    CHECK(Value{Money::fen(-8605)}.plain_text() == "-86.05");
    CHECK(Value{Date{2008, 1, 31}}.plain_text() == "2008-01-31");
    CHECK(Value{Month{2008, 1}}.plain_text() == "2008-01");
    CHECK(Value{Record{{"debit", Money::fen(8640)}}}.plain_text() == R"({"debit":"86.40"})");
    CHECK(Value{List{1, "米"}}.plain_text() == R"([1,"米"])");
}
