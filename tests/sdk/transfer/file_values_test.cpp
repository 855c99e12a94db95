#include "support/catch.h"
#include "zhangfang/transfer/table_reader.h"

using namespace zf;

TEST_CASE("amounts are read as files spell them", "[transfer][values]") {
    struct Case {
        std::string text;
        std::int64_t fen;
    };
    const Case each = GENERATE(values<Case>({
        {"86.40", 8640},
        {" 86.4\t", 8640},
        {"1,234,567.89", 123456789},
        {"１，２３４．５０", 123450},
        {"¥86.40", 8640},
        {"￥ 86.40", 8640},
        {"RMB 86.40", 8640},
        {"86.40元", 8640},
        {"\u00A0"
         "86.40\u00A0",
         8640},
        {"-86.40", -8640},
        {"\u2212"
         "86.40",
         -8640},
        {"－86.40", -8640},
        {"86.40-", -8640},
        {"(86.40)", -8640},
        {"（1,086.40）", -108640},
        {"(¥86.40)", -8640},
        {"¥(86.40)", -8640},
        {"-¥86.40", -8640},
        {"¥-86.40", -8640},
        {"0", 0},
    }));
    INFO(each.text);

    const auto amount = money_from_file(each.text);

    REQUIRE(amount);
    CHECK(amount->fen() == each.fen);
}

TEST_CASE("an amount that needs guessing or rounding is refused", "[transfer][values]") {
    const std::string text = GENERATE("", "abc", "86.400", "86.405", "1,23.00", "0,5", "٨٦.٤٠",
                                      "८६", "(-86.40)", "-86.40-", "--86.40", "1e3", "NaN", "0x10",
                                      "86.40.1", "(86.40", "$86.40");
    INFO(text);

    const auto amount = money_from_file(text);

    REQUIRE_FALSE(amount);
    CHECK(amount.error().code == "transfer.bad_amount");
    CHECK_FALSE(amount.error().text.id.empty());
}

TEST_CASE("dates are read with the year in front", "[transfer][values]") {
    const std::string text = GENERATE("2008-01-31", "2008/1/31", "2008.1.31", "20080131",
                                      "2008年1月31日", "2008年01月31日", "２００８－１－３１",
                                      " 2008-01-31 ");
    INFO(text);

    CHECK(*date_from_file(text) == Date(2008, 1, 31));
}

TEST_CASE("a date with two meanings, or outside 1900 to 2100, is refused", "[transfer][values]") {
    CHECK(date_from_file("1900-01-01"));
    CHECK(date_from_file("2100-12-31"));
    const std::string text = GENERATE("", "1899-12-31", "2101-01-01", "2008-02-30", "31/1/2008",
                                      "01/02/08", "2008-01", "20080230", "200801311", "yesterday");
    INFO(text);

    const auto date = date_from_file(text);

    REQUIRE_FALSE(date);
    CHECK(date.error().code == "transfer.bad_date");
}
