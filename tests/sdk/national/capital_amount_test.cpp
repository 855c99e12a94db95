#include "zhangfang/national/capital_amount.h"

#include <limits>
#include <string>

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("an amount is written in capitals as the rules print it", "[national][capital_amount]") {
    struct Case {
        std::string amount;
        std::string capitals;
    };
    const auto [amount, capitals] = GENERATE(values<Case>({
        {"0.00", "零元整"},
        {"0.01", "壹分"},
        {"0.07", "柒分"},
        {"0.50", "伍角整"},
        {"1.00", "壹元整"},
        {"10.00", "壹拾元整"},
        {"105.00", "壹佰零伍元整"},
        {"325.04", "叁佰贰拾伍元零肆分"},
        {"1,004.05", "壹仟零肆元零伍分"},
        {"1,234.56", "壹仟贰佰叁拾肆元伍角陆分"},
        {"1,680.32", "壹仟陆佰捌拾元叁角贰分"},
        {"6,007.14", "陆仟零柒元壹角肆分"},
        {"10,000.00", "壹万元整"},
        {"16,409.02", "壹万陆仟肆佰零玖元零贰分"},
        {"16,805.32", "壹万陆仟捌佰零伍元叁角贰分"},
        {"100,000.00", "壹拾万元整"},
        {"107,000.53", "壹拾万柒仟元伍角叁分"},
        {"1,000,000.00", "壹佰万元整"},
        {"1,000,000.10", "壹佰万元壹角整"},
        {"10,000,010.10", "壹仟万零壹拾元壹角整"},
        {"20,030,405.06", "贰仟零叁万零肆佰零伍元零陆分"},
        {"100,000,000.00", "壹亿元整"},
        {"123,456,789.00", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整"},
        {"1,000,010,000.00", "壹拾亿零壹万元整"},
        {"-2,347.80", "负贰仟叁佰肆拾柒元捌角整"},
    }));
    CAPTURE(amount);

    CHECK(capital_amount(*Money::parse(amount)) == capitals);
}

TEST_CASE("one zero stands for a run of zeros, wherever it lies", "[national][capital_amount]") {
    struct Case {
        std::string amount;
        std::string capitals;
    };
    const auto [amount, capitals] = GENERATE(values<Case>({
        {"0.56", "伍角陆分"},
        {"10.01", "壹拾元零壹分"},
        {"1,001.00", "壹仟零壹元整"},
        {"1,010.00", "壹仟零壹拾元整"},
        {"1,100.00", "壹仟壹佰元整"},
        {"10,001.00", "壹万零壹元整"},
        {"11,000.00", "壹万壹仟元整"},
        {"100,001,000.00", "壹亿零壹仟元整"},
        {"100,005,000.00", "壹亿零伍仟元整"},
        {"110,000,000.00", "壹亿壹仟万元整"},
        {"101,000,000.00", "壹亿零壹佰万元整"},
        {"100,010,000.00", "壹亿零壹万元整"},
        {"1,000,000,000,000.00", "壹万亿元整"},
        {"1,000,000,000,001.00", "壹万亿零壹元整"},
        {"-0.01", "负壹分"},
    }));
    CAPTURE(amount);

    CHECK(capital_amount(*Money::parse(amount)) == capitals);
}

TEST_CASE("the largest and the lowest amount have capitals too", "[national][capital_amount]") {
    const std::string
        largest = "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元";

    CHECK(capital_amount(Money::fen(std::numeric_limits<std::int64_t>::max())) ==
          largest + "零柒分");
    CHECK(capital_amount(Money::fen(std::numeric_limits<std::int64_t>::min())) ==
          "负" + largest + "零捌分");
}

TEST_CASE("a date in capitals leaves no room in front of a number", "[national][capital_amount]") {
    struct Case {
        std::string date;
        std::string capitals;
    };
    const auto [date, capitals] = GENERATE(values<Case>({
        {"2026-03-15", "贰零贰陆年叁月壹拾伍日"},
        {"2026-01-01", "贰零贰陆年零壹月零壹日"},
        {"2026-02-09", "贰零贰陆年零贰月零玖日"},
        {"2026-09-10", "贰零贰陆年玖月零壹拾日"},
        {"2026-10-20", "贰零贰陆年零壹拾月零贰拾日"},
        {"2008-11-30", "贰零零捌年壹拾壹月零叁拾日"},
        {"2008-12-31", "贰零零捌年壹拾贰月叁拾壹日"},
        {"2008-04-11", "贰零零捌年肆月壹拾壹日"},
        {"2008-05-21", "贰零零捌年伍月贰拾壹日"},
        {"2008-06-19", "贰零零捌年陆月壹拾玖日"},
        {"2008-07-29", "贰零零捌年柒月贰拾玖日"},
        {"1999-08-08", "壹玖玖玖年捌月零捌日"},
    }));
    CAPTURE(date);

    CHECK(capital_date(*Date::parse(date)) == capitals);
}
