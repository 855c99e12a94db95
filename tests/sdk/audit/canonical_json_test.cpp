#include "zhangfang/audit/canonical_json.h"

#include "support/catch.h"

using namespace zf;

TEST_CASE("names are sorted, and nothing stands between the parts", "[audit][canonical_json]") {
    const Value value{
        Record{{"b", 1}, {"a", List{true, Value{}, "x"}}, {"B", Record{}}, {"账", 2}}};

    CHECK(canonical_json(value) == R"({"B":{},"a":[true,null,"x"],"b":1,"账":2})");
}

TEST_CASE("amounts are whole numbers of their smallest unit, dates are text",
          "[audit][canonical_json]") {
    const Value value{List{Money::fen(-8640), Quantity::micro(500000), Price::e8(120000000),
                           Rate::ppm(3000), Date{2008, 2, 29}, Month{2008, 2}}};

    CHECK(canonical_json(value) == R"([-8640,500000,120000000,3000,"2008-02-29","2008-02"])");
}

TEST_CASE("only quotes, backslashes and controls are escaped", "[audit][canonical_json]") {
    CHECK(canonical_json(Value{"a\"b\\c/d\n\t\x01\x7F 账"}) ==
          "\"a\\\"b\\\\c/d\\n\\t\\u0001\x7F 账\"");
}

TEST_CASE("text is composed, so that two spellings of one character give the same bytes",
          "[audit][canonical_json]") {
    // U+0065 U+0301 and U+00E9.
    CHECK(canonical_json(Value{"e\u0301"}) == canonical_json(Value{"\u00E9"}));
}

TEST_CASE("a member of a stored payload is found as it was written", "[audit][canonical_json]") {
    const std::string payload = canonical_json(Value{Record{
        {"command", "bk.voucher.enter"},
        {"parameters", Record{{"command", "inner"}, {"summary", "a\",\"outcome\":\"done"}}},
        {"outcome", "refused"},
        {"rows", List{List{1, 2}, Record{{"x", 3}}}},
    }});

    CHECK(canonical_member(payload, "command") == R"("bk.voucher.enter")");
    CHECK(canonical_member(payload, "outcome") == R"("refused")");
    CHECK(canonical_member(payload, "rows") == R"([[1,2],{"x":3}])");
    CHECK(canonical_member(payload, "summary").empty());
    CHECK(canonical_member("", "command").empty());
    CHECK(canonical_member("{\"a", "a").empty());
}
